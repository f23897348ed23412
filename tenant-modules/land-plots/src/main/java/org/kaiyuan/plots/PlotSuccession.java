package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.PlacedShape;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.PlotRules;
import org.kaiyuan.plots.domain.Plots;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How plots take the place of others, whichever way: the old ones end on a day and keep all they were, the new
 * ones begin on it and know whom they come of.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlotSuccession {
    private static final int AT_ONCE = 500;

    private final Plots plots;
    private final PlotOverlaps overlaps;
    private final PlotBeginnings beginnings;
    private final BuildingSuccession buildings;
    private final ChangeHistory history;
    private final Quotas quotas;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlotSuccession(
            Plots plots,
            PlotOverlaps overlaps,
            PlotBeginnings beginnings,
            BuildingSuccession buildings,
            ChangeHistory history,
            Quotas quotas,
            CurrentPerson person,
            JdbcTemplate jdbc,
            Clock clock) {
        this.plots = plots;
        this.overlaps = overlaps;
        this.beginnings = beginnings;
        this.buildings = buildings;
        this.history = history;
        this.quotas = quotas;
        this.person = person;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A plot that is to begin; its profile not checked yet. */
    record Successor(PlotProfile profile, PlacedShape ground, PlotState state, LocalDate since) {}

    /**
     * How it is to be.
     *
     * @param on null for today
     */
    record Way(LineageAct act, @Nullable LocalDate on, @Nullable String reason) {}

    /**
     * Those plots, as they were seen and for nobody else until the transaction ends; first waits for whoever
     * places plots now, then takes the rows in the order of their ids, so that nobody waits for each other.
     *
     * @return in the order in which they were asked for
     * @throws UnknownPlot when one is not there
     * @throws PlotHasEnded when one ended already
     * @throws PlotChangedMeanwhile when one is not as it was seen
     * @throws PlotLineageRefused when one is held for a lead, or a supply contract runs for it
     */
    List<Plot> hold(List<PlotSeen> seen) {
        overlaps.alone();
        var ids = seen.stream().map(one -> one.id().value()).toList();
        var held =
                plots.findAllLocked(ids).stream()
                        .collect(Collectors.toMap(plot -> plot.id(), plot -> plot));
        var old = new ArrayList<Plot>();
        for (var one : seen) {
            var plot = held.get(one.id());
            if (plot == null) {
                throw new UnknownPlot();
            }
            plot.refuseEnded();
            if (plot.version() != one.version()) {
                throw new PlotChangedMeanwhile(
                        plot.version(),
                        history.newest(
                                one.id().value(),
                                (int) Math.clamp(plot.version() - one.version(), 1L, 50L)));
            }
            old.add(plot);
        }
        refuseReserved(ids);
        refuseContracts(ids);
        return old;
    }

    /** @throws PlotLineageRefused when vertical rights are alive over one of them on that day or later */
    void refuseRights(List<Plot> old, @Nullable LocalDate on) {
        refuse(
                jdbc.query(
                        """
                        select p.number from plots.vertical_right r
                        join plots.plot p on p.tenant_id = r.tenant_id and p.id = r.plot_id
                        where r.plot_id = any (?) and (r.to_day is null or r.to_day >= ?) order by p.number limit 1\
                        """,
                        (row, n) -> PlotLineageRefused.rights(row.getString(1)),
                        ids(old),
                        on == null ? LocalDate.now(clock) : on));
    }

    /**
     * Ends the old ones and begins the new ones.
     *
     * @param whole the ground of all new ones together
     * @return in the order of {@code next}
     * @throws PlotFieldsRefused for a name, a number or a day that cannot be
     * @throws PlotNumberTaken when another plot has a number
     * @throws PlotOverlapRefused when a plot lies there that does not end
     * @throws org.kaiyuan.platform.tenancy.QuotaRefused when the zone may not have so many more records
     */
    List<Plot> succeed(List<Plot> old, List<Successor> next, GroundShape whole, Way way) {
        var on = day(old, way.on());
        var faults = new Faults();
        var reason = faults.text("reason", way.reason(), 1000);
        faults.refuse();
        var profiles = checked(next);
        quotas.refuseRecordsBeyond(next.size());
        var oldIds = Set.of(ids(old));
        overlaps.refuse(Placing.of(whole), oldIds);
        refuseTaken(profiles, ids(old));
        var now = clock.instant();
        var beginning = new ArrayList<Plot>();
        for (int i = 0; i < next.size(); i++) {
            var one = next.get(i);
            beginning.add(
                    new Plot(
                            CurrentTenant.get(),
                            PlotId.next(),
                            profiles.get(i),
                            one.ground(),
                            one.state(),
                            one.since(),
                            on,
                            now));
        }
        var successors = beginning.stream().map(Plot::id).toList();
        for (var plot : old) {
            plot.end(way.act(), successors, on, now);
            plots.save(plot);
        }
        plots.flush(); // before the new ones, which may have their numbers
        try {
            beginnings.begin(beginning);
        } catch (DuplicateKeyException taken) {
            throw new PlotNumberTaken(profiles.getFirst().number());
        }
        buildings.follow(ids(old), beginning);
        remember(old, beginning, on, new Way(way.act(), way.on(), reason));
        return beginning;
    }

    private void refuseReserved(List<UUID> ids) {
        refuse(
                jdbc.query(
                        """
                        select p.number, r.until_day from plots.reservation r
                        join plots.plot p on p.tenant_id = r.tenant_id and p.id = r.plot_id
                        where r.plot_id = any (?) and r.state in ('HELD', 'QUEUED') order by r.state, p.number limit 1\
                        """,
                        (row, n) ->
                                PlotLineageRefused.reserved(
                                        row.getString(1), row.getObject(2, LocalDate.class)),
                        (Object) ids.toArray(UUID[]::new)));
    }

    /** A contract is about ground with one border; under it the plot stays what it is. */
    private void refuseContracts(List<UUID> ids) {
        refuse(
                jdbc.query(
                        """
                        select p.number, c.number from plots.supply_contract c
                        join plots.plot p on p.tenant_id = c.tenant_id and p.id = c.plot_id
                        where c.plot_id = any (?) and c.ended_on is null order by p.number limit 1\
                        """,
                        (row, n) -> PlotLineageRefused.contract(row.getString(1), row.getString(2)),
                        (Object) ids.toArray(UUID[]::new)));
    }

    /** Not before what is known of the old ones, so that each day tells one story. */
    private LocalDate day(List<Plot> old, @Nullable LocalDate wanted) {
        var today = LocalDate.now(clock);
        var on = wanted == null ? today : wanted;
        var earliest =
                old.stream()
                        .map(plot ->
                                plot.begunOn().isAfter(plot.stateSince())
                                        ? plot.begunOn()
                                        : plot.stateSince())
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        if (on.isAfter(today) || on.isBefore(earliest)) {
            throw new PlotFieldsRefused("day", "plots.rule.dayOfLineage", earliest);
        }
        return on;
    }

    /** Faults are told by the place of the plot in the list where there are several. */
    private static List<PlotProfile> checked(List<Successor> next) {
        var profiles = new ArrayList<PlotProfile>();
        var faults = new ArrayList<PlotFieldsRefused.FieldFault>();
        var numbers = new HashSet<String>();
        for (int i = 0; i < next.size(); i++) {
            var place = next.size() == 1 ? "" : "pieces[" + i + "].";
            try {
                var profile = PlotRules.checked(next.get(i).profile());
                if (!numbers.add(profile.number())) {
                    faults.add(
                            new PlotFieldsRefused.FieldFault(
                                    place + "number", "plots.rule.twice", List.of()));
                }
                profiles.add(profile);
            } catch (PlotFieldsRefused refused) {
                refused.fields()
                        .forEach(fault ->
                                faults.add(
                                        new PlotFieldsRefused.FieldFault(
                                                place + fault.field(),
                                                fault.messageKey(),
                                                fault.arguments())));
            }
        }
        if (!faults.isEmpty()) {
            throw new PlotFieldsRefused(faults);
        }
        return profiles;
    }

    private void refuseTaken(List<PlotProfile> profiles, UUID[] leftOut) {
        refuse(
                jdbc.query(
                        """
                        select number from plots.plot
                        where ended_on is null and number = any (?) and not id = any (?) order by number limit 1\
                        """,
                        (row, n) -> new PlotNumberTaken(row.getString(1)),
                        profiles.stream().map(PlotProfile::number).toArray(String[]::new),
                        leftOut));
    }

    private static void refuse(List<? extends Refusal> found) {
        if (!found.isEmpty()) {
            throw found.getFirst();
        }
    }

    private void remember(List<Plot> old, List<Plot> beginning, LocalDate on, Way way) {
        var tenant = CurrentTenant.get().value();
        var act = UuidV7.next();
        jdbc.update(
                """
                insert into plots.lineage_act (tenant_id, id, act, on_day, at, actor, actor_name, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                tenant,
                act,
                way.act().name(),
                on,
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName(),
                way.reason());
        var edges =
                old.stream()
                        .flatMap(from ->
                                beginning.stream()
                                        .map(to ->
                                                new Object[] {
                                                    tenant, from.id().value(), to.id().value(), act
                                                }))
                        .toList();
        jdbc.batchUpdate(
                "insert into plots.lineage (tenant_id, from_plot, to_plot, act_id) values (?, ?, ?, ?)",
                edges,
                AT_ONCE,
                (line, edge) -> {
                    for (int i = 0; i < edge.length; i++) {
                        line.setObject(i + 1, edge[i]);
                    }
                });
        history.recordEach(
                Plot.SUBJECT,
                List.of(ids(old)),
                "ended." + way.act().name(),
                List.of(
                        new FieldChange("successors", null, numbers(beginning)),
                        new FieldChange("reason", null, way.reason())));
        history.recordEach(
                Plot.SUBJECT,
                List.of(ids(beginning)),
                "begun." + way.act().name(),
                List.of(new FieldChange("predecessors", null, numbers(old))));
    }

    /** As the history shows them: not all of very many. */
    private static String numbers(List<Plot> plots) {
        return plots.stream().limit(20).map(Plot::number).collect(Collectors.joining("、"))
                + (plots.size() > 20 ? "…" : "");
    }

    private static UUID[] ids(Collection<Plot> plots) {
        return plots.stream().map(plot -> plot.id().value()).toArray(UUID[]::new);
    }

    /** What one is called anew, all else as it was but the declared area. */
    static PlotProfile named(PlotProfile p, PlotNaming naming) {
        return new PlotProfile(
                naming.number(),
                naming.name(),
                p.useCode(),
                p.shares(),
                naming.declaredM2(),
                p.planName(),
                p.plannedOn(),
                p.leastRatio(),
                p.mostRatio(),
                p.leastDensity(),
                p.mostHeightM(),
                p.mostGreen(),
                p.mostService(),
                p.investmentYuanM2(),
                p.taxYuanM2(),
                p.outputYuanM2(),
                p.priceYuanM2(),
                p.priceBasis(),
                p.utilities(),
                p.industries(),
                p.holderId(),
                p.holderName(),
                p.note());
    }

    /** In metres of its own zone. */
    static GroundShape shape(Plot plot) {
        var ground = plot.ground();
        return Placing.shape(ground.zone(), ground.wkb());
    }

    /** @throws PlotShapeRefused when the shape encloses no ground */
    static PlacedShape placed(GroundShape shape) {
        Ground.fault(shape)
                .ifPresent(fault -> {
                    throw new PlotShapeRefused(fault);
                });
        return Placing.of(shape);
    }
}
