package org.kaiyuan.ui.plots;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotColours;
import org.kaiyuan.plots.PlotMap.MapPlot;
import org.kaiyuan.plots.PlotMap.MapShape;
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
            case STATE ->
                    Arrays.stream(PlotState.values())
                            .map(state ->
                                    new GroundMap.Kind(
                                            state.name(),
                                            messages.of(locale, state),
                                            "var(--ky-plot-" + state + ")"))
                            .toList();
            case USE ->
                    java.util.stream.Stream.concat(
                                    USES.stream()
                                            .map(use ->
                                                    new GroundMap.Kind(
                                                            use,
                                                            LandUses.shown(use),
                                                            "var(--ky-use-" + use + ")")),
                                    java.util.stream.Stream.of(
                                            new GroundMap.Kind(
                                                    OTHER,
                                                    messages.text(locale, "ui.plots.use.other"),
                                                    "var(--ky-quiet)")))
                            .toList();
        };
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

    GroundMap.Piece piece(MapPlot plot, PlotColours colours) {
        return new GroundMap.Piece(
                plot.id().toString(),
                colours == PlotColours.STATE ? plot.state().name() : use(plot.useCode()),
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
