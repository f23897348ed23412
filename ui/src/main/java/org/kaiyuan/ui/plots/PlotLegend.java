package org.kaiyuan.ui.plots;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotColours;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotMap.MapPlot;
import org.kaiyuan.plots.PlotMap.MapShape;
import org.kaiyuan.plots.PlotRatings.IdleRisk;
import org.kaiyuan.plots.PlotRatings.OutputBand;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.ui.kit.GroundMap;

/** What the colours of a map of plots say, and how plots and layers are drawn in it. */
record PlotLegend(Messages messages, Locale locale) {
    /** Classes of use that a park knows, by the beginnings of their codes; the nearest first. */
    private static final List<String> USES =
            List.of(
                    "100101", "100102", "100103", "1001", "11", "07", "09", "08", "12", "13", "14",
                    "16");

    private static final String OTHER = "other";

    List<GroundMap.Kind> kinds(PlotColours colours) {
        return switch (colours) {
            case STATE -> constants(PlotState.values(), "--ky-plot-", null);
            case OUTPUT -> constants(OutputBand.values(), "--ky-output-", "ui.plots.output.none");
            case IDLE -> constants(IdleRisk.values(), "--ky-idle-", "ui.plots.idle.none");
            case USE ->
                    Stream.concat(
                                    USES.stream()
                                            .map(use ->
                                                    new GroundMap.Kind(
                                                            use,
                                                            LandUses.shown(use),
                                                            "var(--ky-use-" + use + ")")),
                                    Stream.of(other("ui.plots.use.other")))
                            .toList();
        };
    }

    private List<GroundMap.Kind> constants(
            Enum<?>[] constants, String variable, @Nullable String otherKey) {
        var all =
                Arrays.stream(constants)
                        .map(one ->
                                new GroundMap.Kind(
                                        one.name(),
                                        messages.of(locale, one),
                                        "var(" + variable + one.name() + ")"));
        return otherKey == null
                ? all.toList()
                : Stream.concat(all, Stream.of(other(otherKey))).toList();
    }

    private GroundMap.Kind other(String key) {
        return new GroundMap.Kind(OTHER, messages.text(locale, key), "var(--ky-quiet)");
    }

    List<GroundMap.Kind> layers(Set<LayerKind> shown) {
        return Arrays.stream(LayerKind.values())
                .map(kind ->
                        new GroundMap.Kind(
                                kind.name(),
                                messages.of(locale, kind),
                                "var(--ky-layer-" + kind + ")",
                                kind == LayerKind.BOUNDARY
                                        || kind == LayerKind.URBAN_BORDER
                                        || kind == LayerKind.INDUSTRIAL_LINE
                                        || kind == LayerKind.SUB_PARK,
                                shown.contains(kind)))
                .toList();
    }

    /** @param ratings what the colours say of plots beyond themselves; those that are not in it are like no other */
    GroundMap.Piece piece(
            MapPlot plot, PlotColours colours, Map<PlotId, ? extends Enum<?>> ratings) {
        var rating = ratings.get(plot.id());
        var kind =
                switch (colours) {
                    case STATE -> plot.state().name();
                    case USE -> use(plot.useCode());
                    case OUTPUT, IDLE -> rating == null ? OTHER : rating.name();
                };
        return new GroundMap.Piece(
                plot.id().toString(),
                kind,
                plot.number(),
                messages.of(locale, plot.state()),
                plot.held(),
                plot.shape());
    }

    GroundMap.Piece piece(MapShape shape) {
        return new GroundMap.Piece("", shape.kind().name(), shape.name(), "", false, shape.shape());
    }

    private static String use(@Nullable String code) {
        return USES.stream()
                .filter(use -> code != null && code.startsWith(use))
                .findFirst()
                .orElse(OTHER);
    }
}
