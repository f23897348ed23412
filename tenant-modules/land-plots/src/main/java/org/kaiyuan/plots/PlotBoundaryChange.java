package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.PlacedShape;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.PlotGates;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving a plot another border (界址变更): the old plot ends with the border it had, one with the new border takes
 * its place. It stays what it was but for the declared area; what is offered or supplied already must pass the gates
 * of supply with its new ground.
 */
@Service
@Transactional
public class PlotBoundaryChange {
    private final PlotSuccession succession;
    private final LayerShapes layers;

    PlotBoundaryChange(PlotSuccession succession, LayerShapes layers) {
        this.succession = succession;
        this.layers = layers;
    }

    /**
     * Changes it.
     *
     * @param naming null for number and name as they are
     * @param on the day from which on the new border is; null for today
     * @return the plot that took its place
     * @throws UnknownPlot when there is none
     * @throws PlotHasEnded when others took its place already
     * @throws PlotChangedMeanwhile when it is not as it was seen
     * @throws PlotShapeRefused when the shape encloses no ground
     * @throws PlotLineageRefused when it is held for a lead or has vertical rights, or the border is the old one
     * @throws PlotGatesRefused when the law would refuse to supply the new ground
     * @throws PlotOverlapRefused when another plot lies there
     * @throws PlotFieldsRefused for name, number, and a day before what is known of it
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public PlotId change(
            PlotSeen seen,
            GroundShape shape,
            @Nullable PlotNaming naming,
            @Nullable LocalDate on,
            @Nullable String reason) {
        var plot = succession.hold(List.of(seen)).getFirst();
        var ground = PlotSuccession.placed(shape);
        var kept = Placing.shape(ground.zone(), ground.wkb());
        var before = PlotSuccession.shape(plot);
        if (Ground.beyond(before, kept).isEmpty() && Ground.beyond(kept, before).isEmpty()) {
            throw PlotLineageRefused.same();
        }
        succession.refuseRights(List.of(plot), on);
        refuseGates(plot.state(), kept, ground);
        var next =
                new PlotSuccession.Successor(
                        PlotSuccession.named(
                                plot.profile(),
                                naming == null
                                        ? new PlotNaming(plot.number(), plot.name(), null)
                                        : naming),
                        ground,
                        plot.state(),
                        plot.stateSince());
        return succession
                .succeed(
                        List.of(plot),
                        List.of(next),
                        kept,
                        new PlotSuccession.Way(LineageAct.REBOUNDED, on, reason))
                .getFirst()
                .id();
    }

    private void refuseGates(PlotState state, GroundShape shape, PlacedShape ground) {
        boolean offered = state.isSupply() || !state.isOpen() && state != PlotState.RECOVERED;
        if (offered) {
            var refused =
                    PlotGates.refusing(PlotState.SUPPLIED, shape.geometry(), layers.around(ground));
            if (!refused.isEmpty()) {
                throw PlotGatesRefused.ofBorder(RefusedGround.inWords(refused));
            }
        }
    }
}
