package org.kaiyuan.plots.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotGate;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.RefusedGround;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Gates of a plot of 200 m by 200 m. */
class PlotGatesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double EAST = 35_442_000;
    private static final double NORTH = 3_442_000;
    private static final Geometry PLOT = rectangle(0, 200, 0, 200);
    private static final Geometry ALL_AROUND = strip(-1000, 1000);

    /** Layers reach from the west to so many metres into the plot. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
                    # gate             , into the plot, refused m²
                    DETAILED_PLAN      , none         , 40000.00
                    DETAILED_PLAN      , 200          , none
                    DETAILED_PLAN      , 150          , 10000.00
                    DETAILED_PLAN      , 0            , 40000.00
                    DETAILED_PLAN      , 199.991      , none
                    DETAILED_PLAN      , 199.989      , 2.20
                    URBAN_BORDER       , none         , 40000.00
                    URBAN_BORDER       , 200          , none
                    URBAN_BORDER       , 150          , 10000.00
                    URBAN_BORDER       , 0            , 40000.00
                    URBAN_BORDER       , 199.991      , none
                    URBAN_BORDER       , 199.989      , 2.20
                    FARMLAND           , none         , none
                    FARMLAND           , 200          , 40000.00
                    FARMLAND           , 150          , 30000.00
                    FARMLAND           , 0            , none
                    FARMLAND           , 0.009        , none
                    FARMLAND           , 0.011        , 2.20
                    ECOLOGICAL_REDLINE , none         , none
                    ECOLOGICAL_REDLINE , 200          , 40000.00
                    ECOLOGICAL_REDLINE , 150          , 30000.00
                    ECOLOGICAL_REDLINE , 0            , none
                    ECOLOGICAL_REDLINE , 0.009        , none
                    ECOLOGICAL_REDLINE , 0.011        , 2.20
                    """)
    void a_supply_is_refused_by_the_ground_at_fault(
            PlotGate gate, @Nullable Double into, @Nullable BigDecimal refusedM2) {
        var around = open();
        around.remove(layer(gate));
        if (into != null) {
            around.put(layer(gate), List.of(strip(-500, into)));
        }

        var refused = PlotGates.refusing(PlotState.ANNOUNCED, PLOT, around);

        if (refusedM2 == null) {
            assertThat(refused).isEmpty();
        } else {
            assertThat(refused)
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.gate()).isEqualTo(gate);
                        assertThat(one.areaM2()).isEqualTo(refusedM2);
                        assertThat(Objects.requireNonNull(one.at()).getArea())
                                .isCloseTo(refusedM2.doubleValue(), within(0.005));
                    });
        }
    }

    /** Wide enough to be ground, and up to a tenth of a square metre none. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"0.20, none", "0.22, 0.11"})
    void a_tenth_of_a_square_metre_is_the_play_of_surveys(
            double wide, @Nullable BigDecimal refusedM2) {
        var patch = rectangle(10, 10.5, 10, 10 + wide);
        var onFarmland = open();
        onFarmland.put(LayerKind.FARMLAND, List.of(patch));
        var outsideThePlan = open();
        outsideThePlan.put(LayerKind.DETAILED_PLAN, List.of(ALL_AROUND.difference(patch)));

        for (var around : List.of(onFarmland, outsideThePlan)) {
            assertThat(PlotGates.refusing(PlotState.ANNOUNCED, PLOT, around))
                    .extracting(RefusedGround::areaM2)
                    .isEqualTo(refusedM2 == null ? List.of() : List.of(refusedM2));
        }
    }

    @Test
    void patches_that_adjoin_cover_as_one_does_and_count_once_where_they_overlap() {
        var around = open();
        around.put(LayerKind.DETAILED_PLAN, List.of(strip(-500, 80), strip(80, 300)));
        around.put(LayerKind.URBAN_BORDER, List.of(strip(80, 300), strip(-500, 120)));
        assertThat(PlotGates.refusing(PlotState.SUPPLIED, PLOT, around)).isEmpty();

        around.put(LayerKind.FARMLAND, List.of(strip(-10, 20), strip(10, 50), strip(50, 60)));
        assertThat(PlotGates.refusing(PlotState.SUPPLIED, PLOT, around))
                .extracting(RefusedGround::gate, RefusedGround::areaM2)
                .containsExactly(tuple(PlotGate.FARMLAND, new BigDecimal("12000.00")));
    }

    @Test
    void all_that_refuse_are_told_at_once() {
        var around = new EnumMap<LayerKind, List<Geometry>>(LayerKind.class);
        around.put(LayerKind.FARMLAND, List.of(ALL_AROUND));
        around.put(LayerKind.ECOLOGICAL_REDLINE, List.of(ALL_AROUND));

        assertThat(PlotGates.refusing(PlotState.ANNOUNCED, PLOT, around))
                .extracting(RefusedGround::gate)
                .containsExactlyInAnyOrder(
                        PlotGate.DETAILED_PLAN,
                        PlotGate.FARMLAND,
                        PlotGate.ECOLOGICAL_REDLINE,
                        PlotGate.URBAN_BORDER);
    }

    @ParameterizedTest
    @EnumSource(PlotState.class)
    void only_a_supply_is_asked_for_ground(PlotState to) {
        assertThat(PlotGates.refusing(to, PLOT, Map.of()).isEmpty()).isEqualTo(!to.isSupply());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none",
                "200, 40000.00",
                "150, 30000.00",
                "0, none",
                "0.009, none",
                "0.011, 2.20"
            })
    void another_use_is_refused_inside_the_line_of_industrial_land(
            @Nullable Double into, @Nullable BigDecimal refusedM2) {
        Map<LayerKind, List<Geometry>> around =
                into == null
                        ? Map.of()
                        : Map.of(LayerKind.INDUSTRIAL_LINE, List.of(strip(-500, into)));

        assertThat(PlotGates.refusingAnotherUse(PLOT, around))
                .extracting(RefusedGround::areaM2)
                .isEqualTo(refusedM2 == null ? List.of() : List.of(refusedM2));
    }

    /** Nothing refuses. */
    private static Map<LayerKind, List<Geometry>> open() {
        var around = new EnumMap<LayerKind, List<Geometry>>(LayerKind.class);
        around.put(LayerKind.DETAILED_PLAN, List.of(ALL_AROUND));
        around.put(LayerKind.URBAN_BORDER, List.of(ALL_AROUND));
        return around;
    }

    private static LayerKind layer(PlotGate gate) {
        return LayerKind.valueOf(gate.name());
    }

    /** From so many metres east of the plot's western border to so many, reaching beyond its other borders. */
    private static Geometry strip(double from, double to) {
        return rectangle(from, to, -50, 250);
    }

    private static Geometry rectangle(double west, double east, double south, double north) {
        return FACTORY.toGeometry(
                new Envelope(EAST + west, EAST + east, NORTH + south, NORTH + north));
    }
}
