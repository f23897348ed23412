package org.kaiyuan.plots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.PlotGates;
import org.kaiyuan.plots.domain.PlotRules;
import org.kaiyuan.plots.domain.Plots;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a plot into the register, and changing what the papers say of it. */
@Service
@Transactional
public class PlotRegistration {
    private final Plots plots;
    private final PlotOverlaps overlaps;
    private final LayerShapes layers;
    private final PlotBeginnings beginnings;
    private final PlotPast past;
    private final SupplyBook contracts;
    private final FloorParties parties;
    private final ChangeHistory history;
    private final Quotas quotas;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlotRegistration(
            Plots plots,
            PlotOverlaps overlaps,
            LayerShapes layers,
            PlotBeginnings beginnings,
            PlotPast past,
            SupplyBook contracts,
            FloorParties parties,
            ChangeHistory history,
            Quotas quotas,
            JdbcTemplate jdbc,
            Clock clock) {
        this.plots = plots;
        this.overlaps = overlaps;
        this.layers = layers;
        this.beginnings = beginnings;
        this.past = past;
        this.contracts = contracts;
        this.parties = parties;
        this.history = history;
        this.quotas = quotas;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * It begins as 规划.
     *
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws PlotShapeRefused when the shape encloses no ground
     * @throws PlotOverlapRefused when another plot lies there
     * @throws PlotNumberTaken when another plot has the number
     * @throws org.kaiyuan.platform.tenancy.QuotaRefused when the zone may not have more records
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public PlotId register(PlotProfile profile, GroundShape shape) {
        var checked = named(PlotRules.checked(profile), null);
        Ground.fault(shape)
                .ifPresent(fault -> {
                    throw new PlotShapeRefused(fault);
                });
        quotas.refuseRecordsBeyond(1);
        var ground = Placing.of(shape);
        overlaps.refuse(ground, Set.of());
        refuseTaken(checked.number());
        var today = LocalDate.now(clock);
        var plot =
                new Plot(
                        CurrentTenant.get(),
                        PlotId.next(),
                        checked,
                        ground,
                        PlotState.PLANNED,
                        today,
                        clock.instant());
        try {
            beginnings.begin(List.of(plot));
        } catch (DuplicateKeyException taken) {
            throw new PlotNumberTaken(plot.number());
        }
        history.record(Plot.SUBJECT, plot.id().value(), "registered", List.of());
        return plot.id();
    }

    /**
     * Changes what the papers say. While a contract runs, its holder stays: whoever holds the plot then changes with the
     * contract.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws UnknownPlot when there is none
     * @throws PlotHasEnded when others took its place
     * @throws PlotChangedMeanwhile when somebody else was quicker; says who changed what
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws PlotNumberTaken when another plot has the number
     * @throws PlotGatesRefused for another use inside the line of protected industrial land
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public long revise(PlotId id, long basedOn, PlotProfile profile) {
        var plot = plots.hold(id);
        plot.refuseEnded();
        if (plot.version() != basedOn) {
            throw new PlotChangedMeanwhile(
                    plot.version(),
                    history.newest(id.value(), (int) Math.min(50, plot.version() - basedOn)));
        }
        var checked = held(plot, PlotRules.checked(profile));
        if (!checked.number().equals(plot.number())) {
            refuseTaken(checked.number());
        }
        refuseAnotherUse(plot, checked);
        var before = plot.profile();
        var changes = plot.revise(checked, clock.instant());
        if (!changes.isEmpty()) {
            past.keep(plot, before);
            history.record(Plot.SUBJECT, id.value(), "revised", changes);
            save(plot);
        }
        return plot.version();
    }

    private PlotProfile held(Plot plot, PlotProfile wanted) {
        var now = plot.profile();
        if (contracts.running(plot.id()).isEmpty()) {
            return named(wanted, now.holderId());
        }
        if (!Objects.equals(now.holderId(), wanted.holderId())) {
            throw new PlotFieldsRefused("holderId", "plots.rule.heldByContract");
        }
        if (!Objects.equals(now.holderName(), wanted.holderName())) {
            throw new PlotFieldsRefused("holderName", "plots.rule.heldByContract");
        }
        return wanted;
    }

    private PlotProfile named(PlotProfile wanted, @Nullable UUID linked) {
        return wanted.heldBy(
                wanted.holderId(),
                parties.name("holderId", wanted.holderId(), linked, wanted.holderName()));
    }

    private void refuseAnotherUse(Plot plot, PlotProfile wanted) {
        var now = plot.profile();
        if (now.useCode().equals(wanted.useCode()) && now.shares().equals(wanted.shares())) {
            return;
        }
        if (now.useCode().equals(LandUses.UNDECIDED)
                && LandUses.isIndustrial(wanted.useCode())
                && wanted.shares().stream()
                        .allMatch(share -> LandUses.isIndustrial(share.useCode()))) {
            return; // what was left open becomes what the line protects
        }
        var ground = plot.ground();
        var refused =
                RefusedGround.inWords(
                        PlotGates.refusingAnotherUse(
                                Placing.shape(ground.zone(), ground.wkb()).geometry(),
                                layers.around(ground)));
        if (!refused.isEmpty()) {
            throw PlotGatesRefused.ofUse(refused);
        }
    }

    private void save(Plot plot) {
        try {
            plots.saveAndFlush(plot);
        } catch (DuplicateKeyException taken) {
            throw new PlotNumberTaken(plot.number());
        }
    }

    private void refuseTaken(String number) {
        if (!jdbc.queryForList(
                        "select 1 from plots.plot where number = ? and ended_on is null", number)
                .isEmpty()) {
            throw new PlotNumberTaken(number);
        }
    }
}
