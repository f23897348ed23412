package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Differences;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was seen of construction: facts that persons enter, with what shows them. They move no state. */
@Service
@Transactional
public class ConstructionFacts {
    private final Plots plots;
    private final SupplyBook book;
    private final ConstructionBook facts;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    ConstructionFacts(
            Plots plots,
            SupplyBook book,
            ConstructionBook facts,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.plots = plots;
        this.book = book;
        this.facts = facts;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract runs
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public Construction of(PlotId id) {
        plots.get(id);
        return facts.of(id, book.needed(id), LocalDate.now(clock));
    }

    /**
     * Enters how it stands; what was before stays in the history.
     *
     * @param basedOn the version that the person saw, 0 while nothing was entered
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract runs
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when a field is not as it must be, such as a start that is ahead
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public long enter(PlotId id, long basedOn, ConstructionNote wanted) {
        var plot = plots.hold(id);
        var contract = book.needed(id);
        var today = LocalDate.now(clock);
        var before = facts.of(id, contract, today);
        if (before.version() != basedOn) {
            throw new SupplyChangedMeanwhile(before.version());
        }
        var n = checked(wanted, before.groundM2(), today);
        jdbc.update(
                """
                insert into plots.construction
                    (tenant_id, contract_id, planned_start_on, planned_finish_on, planned_production_on, started_on,
                     finished_on, produced_on, built_m2, floor_m2, invested_yuan, seen_on, evidence, recorded_at,
                     recorded_by, recorded_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, contract_id) do update set version = plots.construction.version + 1,
                    planned_start_on = excluded.planned_start_on, planned_finish_on = excluded.planned_finish_on,
                    planned_production_on = excluded.planned_production_on, started_on = excluded.started_on,
                    finished_on = excluded.finished_on, produced_on = excluded.produced_on,
                    built_m2 = excluded.built_m2, floor_m2 = excluded.floor_m2,
                    invested_yuan = excluded.invested_yuan, seen_on = excluded.seen_on, evidence = excluded.evidence,
                    recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
                    recorded_name = excluded.recorded_name\
                """,
                CurrentTenant.get().value(),
                contract.id(),
                n.plannedStartOn(),
                n.plannedFinishOn(),
                n.plannedProductionOn(),
                n.startedOn(),
                n.finishedOn(),
                n.producedOn(),
                n.builtM2(),
                n.floorM2(),
                n.investedYuan(),
                n.seenOn(),
                n.evidence(),
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
        history.record(
                Plot.SUBJECT, plot.id().value(), "constructionSeen", differences(before.note(), n));
        return basedOn + 1;
    }

    /**
     * Enters a time without work.
     *
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract runs
     * @throws PlotFieldsRefused when a field is not as it must be
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public UUID stop(PlotId id, StopNote wanted) {
        plots.hold(id);
        var contract = book.needed(id);
        var n = checked(wanted);
        if (facts.stops(contract.id()).size() >= ConstructionBook.MOST_STOPS) {
            throw new PlotFieldsRefused("stops", "plots.rule.tooMany", ConstructionBook.MOST_STOPS);
        }
        var stop = UuidV7.next();
        jdbc.update(
                """
                insert into plots.work_stop
                    (tenant_id, id, contract_id, from_on, to_on, cause, evidence, recorded_at, recorded_by, recorded_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                stop,
                contract.id(),
                n.from(),
                n.to(),
                n.cause().name(),
                n.evidence(),
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
        record(id, "workStopped", null, n);
        return stop;
    }

    /**
     * Corrects a stop, or says when the work went on.
     *
     * @param basedOn the version that the person saw
     * @throws UnknownPlot when there is none
     * @throws UnknownSupplyPart when it is no stop of the running contract
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when a field is not as it must be
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public void revise(PlotId id, UUID stop, long basedOn, StopNote wanted) {
        plots.hold(id);
        var before = get(id, stop, basedOn);
        var n = checked(wanted);
        jdbc.update(
                """
                update plots.work_stop set from_on = ?, to_on = ?, cause = ?, evidence = ?, recorded_at = ?,
                    recorded_by = ?, recorded_name = ?, version = version + 1 where id = ?\
                """,
                n.from(),
                n.to(),
                n.cause().name(),
                n.evidence(),
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName(),
                stop);
        record(id, "stopRevised", before, n);
    }

    /**
     * Takes back a stop that was entered wrongly; it stays in the history.
     *
     * @throws UnknownPlot when there is none
     * @throws UnknownSupplyPart when it is no stop of the running contract
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public void remove(PlotId id, UUID stop, long basedOn) {
        plots.hold(id);
        var before = get(id, stop, basedOn);
        jdbc.update(
                "update plots.work_stop set removed_at = ?, version = version + 1 where id = ?",
                Timestamp.from(clock.instant()),
                stop);
        record(id, "stopRemoved", before, null);
    }

    private StopNote get(PlotId id, UUID stop, long basedOn) {
        var found =
                facts.stops(book.needed(id).id()).stream()
                        .filter(line -> line.id().equals(stop))
                        .findFirst()
                        .orElseThrow(UnknownSupplyPart::new);
        if (found.version() != basedOn) {
            throw new SupplyChangedMeanwhile(found.version());
        }
        return found.note();
    }

    private static ConstructionNote checked(
            ConstructionNote n, BigDecimal groundM2, LocalDate today) {
        var faults = new Faults();
        faults.day("plannedStartOn", n.plannedStartOn());
        faults.day("plannedFinishOn", n.plannedFinishOn());
        faults.day("plannedProductionOn", n.plannedProductionOn());
        faults.past("startedOn", n.startedOn(), today);
        faults.past("finishedOn", n.finishedOn(), today);
        faults.past("producedOn", n.producedOn(), today);
        faults.past("seenOn", n.seenOn(), today);
        if (n.startedOn() == null && (n.finishedOn() != null || n.producedOn() != null)) {
            faults.add("startedOn", "required");
        }
        faults.order(n.startedOn(), "finishedOn", n.finishedOn());
        faults.order(n.startedOn(), "producedOn", n.producedOn());
        var built = faults.amount("builtM2", n.builtM2(), groundM2, 2);
        var floors =
                faults.amount("floorM2", n.floorM2(), groundM2.multiply(BigDecimal.valueOf(50)), 2);
        var invested = faults.amount("investedYuan", n.investedYuan(), Faults.MOST_MONEY, 2);
        var evidence = faults.neededText("evidence", n.evidence(), 2000);
        faults.refuse();
        return new ConstructionNote(
                n.plannedStartOn(),
                n.plannedFinishOn(),
                n.plannedProductionOn(),
                n.startedOn(),
                n.finishedOn(),
                n.producedOn(),
                built,
                floors,
                invested,
                n.seenOn(),
                evidence);
    }

    /** A stop that is announced for days to come may be entered: a government says how long it will take. */
    private static StopNote checked(StopNote n) {
        var faults = new Faults();
        faults.day("from", n.from());
        faults.day("to", n.to());
        faults.order(n.from(), "to", n.to());
        var evidence = faults.neededText("evidence", n.evidence(), 2000);
        faults.refuse();
        return new StopNote(n.from(), n.to(), n.cause(), evidence);
    }

    private void record(
            PlotId id, String act, @Nullable StopNote before, @Nullable StopNote after) {
        history.record(
                Plot.SUBJECT,
                id.value(),
                act,
                List.of(new FieldChange("stop", text(before), text(after))));
    }

    private static @Nullable String text(@Nullable StopNote n) {
        return n == null
                ? null
                : "%s–%s %s %s"
                        .formatted(n.from(), n.to() == null ? "" : n.to(), n.cause(), n.evidence());
    }

    private static List<FieldChange> differences(
            @Nullable ConstructionNote before, ConstructionNote after) {
        return Differences.between(before == null ? Map.of() : texts(before), texts(after));
    }

    private static Map<String, @Nullable String> texts(ConstructionNote n) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("plannedStartOn", Differences.text(n.plannedStartOn()));
        fields.put("plannedFinishOn", Differences.text(n.plannedFinishOn()));
        fields.put("plannedProductionOn", Differences.text(n.plannedProductionOn()));
        fields.put("startedOn", Differences.text(n.startedOn()));
        fields.put("finishedOn", Differences.text(n.finishedOn()));
        fields.put("producedOn", Differences.text(n.producedOn()));
        fields.put("builtM2", Differences.text(n.builtM2()));
        fields.put("floorM2", Differences.text(n.floorM2()));
        fields.put("investedYuan", Differences.text(n.investedYuan()));
        fields.put("seenOn", Differences.text(n.seenOn()));
        fields.put("evidence", n.evidence());
        return fields;
    }
}
