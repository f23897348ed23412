package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.IdleRule;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 闲置: what the rule proposes is confirmed or rejected by a person, who then says what is done about it and by when.
 * Nothing of it changes a plot's state by itself.
 */
@Service
@Transactional
public class PlotIdle {
    /** The largest page. */
    public static final int MOST = 200;

    private static final int MOST_MEASURES = 50;

    private final Plots plots;
    private final SupplyBook book;
    private final IdleKeeping keeping;
    private final IdleBook cases;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    PlotIdle(
            Plots plots,
            SupplyBook book,
            IdleKeeping keeping,
            IdleBook cases,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.plots = plots;
        this.book = book;
        this.keeping = keeping;
        this.cases = cases;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * A page of cases, those idle for longest first; two statements.
     *
     * @param states none for those that are open
     * @param overdue only those with a measure past its deadline
     * @param after {@link IdlePage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is of no such list
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public IdlePage find(
            Set<IdleState> states, boolean overdue, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var wanted = states.isEmpty() ? Set.of(IdleState.PROPOSED, IdleState.CONFIRMED) : states;
        var where = new StringBuilder(" i.state = any (?)");
        var arguments = new ArrayList<Object>();
        arguments.add(wanted.stream().map(Enum::name).toArray(String[]::new));
        if (overdue) {
            where.append(
                    """
                     and exists (select from plots.idle_measure m where m.tenant_id = i.tenant_id
                        and m.case_id = i.id and m.done_on is null and m.deadline < ?)\
                    """);
            arguments.add(LocalDate.now(clock));
        }
        var place = DayPlace.parse(after);
        if (place != null) {
            where.append(" and (i.since, i.id) > (?, ?)");
            arguments.add(place.day());
            arguments.add(place.id());
        }
        where.append(" order by i.since, i.id limit ?");
        arguments.add(most + 1);
        var found = cases.find(where.toString(), arguments.toArray());
        if (found.size() <= most) {
            return new IdlePage(found, null);
        }
        var last = found.get(most - 1);
        return new IdlePage(
                found.subList(0, most), new DayPlace(last.evidence().since(), last.id()).cursor());
    }

    /**
     * Those of a plot, the newest first; at most 50.
     *
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<IdleCase> of(PlotId id) {
        plots.get(id);
        return cases.find(" i.plot_id = ? order by i.made_at desc, i.id desc limit 50", id.value());
    }

    /** @throws UnknownSupplyPart when there is none */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public IdleCase details(UUID idle) {
        return cases.get(idle);
    }

    /**
     * It is so: the evidence stays as it is from now on.
     *
     * @param basedOn the version that the person saw
     * @param document of the decision, such as 《闲置土地认定书》 and its number
     * @throws UnknownSupplyPart when there is none
     * @throws SupplyRefused when it is not a proposal (any more)
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when there is no document
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void confirm(UUID idle, long basedOn, String document, @Nullable String reason) {
        var faults = new Faults();
        var paper = faults.needed("document", document, 200);
        var why = faults.text("reason", reason, 2000);
        faults.refuse();
        decide(idle, basedOn, IdleState.PROPOSED, IdleState.CONFIRMED, paper, why);
    }

    /**
     * It is not so; for the same day it is not proposed again until a further year has been counted.
     *
     * @throws UnknownSupplyPart when there is none
     * @throws SupplyRefused when it is not a proposal (any more)
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when there is no reason
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void reject(UUID idle, long basedOn, String reason) {
        decide(idle, basedOn, IdleState.PROPOSED, IdleState.REJECTED, null, reason(reason));
    }

    /**
     * What had to be done is done.
     *
     * @throws UnknownSupplyPart when there is none
     * @throws SupplyRefused when it was not confirmed, or a measure is not done
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when there is no reason
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void close(UUID idle, long basedOn, String reason) {
        var why = reason(reason);
        var open = hold(idle).measures().stream().filter(m -> m.doneOn() == null).count();
        if (open > 0) {
            throw SupplyRefused.measuresOpen((int) open);
        }
        decide(idle, basedOn, IdleState.CONFIRMED, IdleState.CLOSED, null, why);
    }

    /**
     * Says what is done about it by when. A fee is 20 % of the contract's price.
     *
     * @throws UnknownSupplyPart when there is none
     * @throws SupplyRefused when it was not confirmed; for a fee or recovery of ground that was begun; for a recovery
     *     before two years are over by the facts of today; for a fee without a price, or a second one
     * @throws PlotFieldsRefused when a field is not as it must be
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public UUID measure(
            UUID idle, IdleMeasureKind kind, LocalDate deadline, @Nullable String note) {
        var one = hold(idle);
        if (one.state() != IdleState.CONFIRMED) {
            throw SupplyRefused.idleState(one.state());
        }
        var faults = new Faults();
        faults.day("deadline", deadline);
        var tidy = faults.text("note", note, 2000);
        if (one.measures().size() >= MOST_MEASURES) {
            faults.add("kind", "tooMany", MOST_MEASURES);
        }
        faults.refuse();
        var amount = allowed(one, kind);
        var measure = UuidV7.next();
        jdbc.update(
                """
                insert into plots.idle_measure
                    (tenant_id, id, case_id, kind, amount_yuan, deadline, note, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                measure,
                idle,
                kind.name(),
                amount,
                deadline,
                tidy,
                Timestamp.from(clock.instant()),
                person.username());
        record(one.plot(), "idleMeasure", "measure", null, kind.name() + " " + deadline);
        return measure;
    }

    /**
     * A measure is done, by this document.
     *
     * @param basedOn the version of the measure that the person saw
     * @throws UnknownSupplyPart when there is none
     * @throws SupplyRefused when the case was never confirmed; one that has ended may have a fee that is still due
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused for a day that is ahead, or no document
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void done(UUID idle, UUID measure, long basedOn, LocalDate doneOn, String document) {
        var one = hold(idle);
        var before =
                one.measures().stream()
                        .filter(m -> m.id().equals(measure))
                        .findFirst()
                        .orElseThrow(UnknownSupplyPart::new);
        if (!one.state().hasMeasures()) {
            throw SupplyRefused.idleState(one.state());
        }
        var faults = new Faults();
        faults.past("doneOn", doneOn, LocalDate.now(clock));
        var paper = faults.needed("document", document, 200);
        faults.refuse();
        int changed =
                jdbc.update(
                        """
                        update plots.idle_measure set done_on = ?, document = ?, version = version + 1
                        where id = ? and version = ?\
                        """,
                        doneOn,
                        paper,
                        measure,
                        basedOn);
        if (changed == 0) {
            throw new SupplyChangedMeanwhile(book.version("idle_measure", measure));
        }
        record(
                one.plot(),
                "idleMeasureDone",
                "measure",
                before.kind().name() + " " + before.deadline(),
                doneOn + " " + paper);
    }

    /** The fee's amount; null for what costs nothing. */
    private @Nullable BigDecimal allowed(IdleCase one, IdleMeasureKind kind) {
        if (kind != IdleMeasureKind.FEE && kind != IdleMeasureKind.RECOVERY) {
            return null;
        }
        if (one.evidence().kind() != IdleKind.NOT_STARTED) {
            throw SupplyRefused.onlyNotStarted(kind);
        }
        if (kind == IdleMeasureKind.FEE) {
            if (one.measures().stream().anyMatch(m -> m.kind() == IdleMeasureKind.FEE)) {
                throw SupplyRefused.feeTwice();
            }
            var price = book.needed(one.plot()).note().priceYuan();
            if (price == null) {
                throw SupplyRefused.noPrice();
            }
            return price.multiply(IdleRule.FEE_PERCENT)
                    .movePointLeft(2)
                    .setScale(2, RoundingMode.HALF_UP);
        }
        var now = keeping.evidence(one.plot(), LocalDate.now(clock));
        if (!now.isEmpty() && now.getFirst().kind() != IdleKind.NOT_STARTED) {
            throw SupplyRefused.onlyNotStarted(kind);
        }
        if (now.isEmpty() || !IdleRule.isPast(now.getFirst(), IdleRule.YEARS_TO_RECOVERY)) {
            throw SupplyRefused.tooEarly(
                    IdleRule.YEARS_TO_RECOVERY, now.isEmpty() ? 0 : now.getFirst().daysCounted());
        }
        return null;
    }

    private void decide(
            UUID idle,
            long basedOn,
            IdleState from,
            IdleState to,
            @Nullable String document,
            @Nullable String reason) {
        var one = hold(idle);
        if (one.state() != from) {
            throw SupplyRefused.idleState(one.state());
        }
        int changed =
                jdbc.update(
                        """
                        update plots.idle_case set state = ?, decided_on = ?, decided_by = ?, decided_name = ?,
                            document = coalesce(?, document), reason = coalesce(?, reason), ended_at = ?,
                            version = version + 1
                        where id = ? and version = ?\
                        """,
                        to.name(),
                        LocalDate.now(clock),
                        person.username(),
                        person.displayName(),
                        document,
                        reason,
                        to == IdleState.CONFIRMED ? null : Timestamp.from(clock.instant()),
                        idle,
                        basedOn);
        if (changed == 0) {
            throw new SupplyChangedMeanwhile(book.version("idle_case", idle));
        }
        record(
                one.plot(),
                switch (to) {
                    case CONFIRMED -> "idleConfirmed";
                    case REJECTED -> "idleRejected";
                    default -> "idleClosed";
                },
                "reason",
                null,
                reason == null ? document : reason);
    }

    private static String reason(String reason) {
        var faults = new Faults();
        var why = faults.neededText("reason", reason, 2000);
        faults.refuse();
        return why;
    }

    /** Whoever else decides waits here. */
    private IdleCase hold(UUID idle) {
        plots.hold(cases.get(idle).plot());
        return cases.get(idle);
    }

    private void record(
            PlotId plot,
            String act,
            String field,
            @Nullable String before,
            @Nullable String after) {
        history.record(
                Plot.SUBJECT, plot.value(), act, List.of(new FieldChange(field, before, after)));
    }
}
