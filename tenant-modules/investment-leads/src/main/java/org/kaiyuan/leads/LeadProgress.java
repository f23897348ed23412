package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a signed project: funds paid in by month, milestones planned and reached, clearances, and
 * the enterprise that came of it.
 */
@Service
@Transactional
public class LeadProgress {
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999.99");

    private final LeadSight sight;
    private final LeadStore store;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final EnterpriseDirectory enterprises;
    private final EnterpriseRegistration registration;
    private final Clock clock;

    LeadProgress(
            LeadSight sight,
            LeadStore store,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            EnterpriseDirectory enterprises,
            EnterpriseRegistration registration,
            Clock clock) {
        this.sight = sight;
        this.store = store;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.enterprises = enterprises;
        this.registration = registration;
        this.clock = clock;
    }

    /** All months, the newest first; at most 600 lines. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<FundLine> funds(LeadId id) {
        sight.get(id);
        return jdbc.query(
                "select month, source, amount, remark from leads.fund where lead_id = ? order by month desc, source limit 600",
                (row, number) ->
                        new FundLine(
                                YearMonth.from(row.getObject(1, LocalDate.class)),
                                FundSource.valueOf(row.getString(2)),
                                row.getBigDecimal(3),
                                row.getString(4)),
                id.value());
    }

    /**
     * What was paid in of one source in one month, in the place of what was said before; 0 takes it back.
     *
     * @throws LeadFieldsRefused when a field is not as it must be
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void paidIn(LeadId id, FundLine fund) {
        var faults = new ArrayList<FieldFault>();
        if (fund.amount().signum() < 0) {
            faults.add(new FieldFault("amount", "leads.rule.negative", List.of()));
        } else if (fund.amount().compareTo(MOST_MONEY) > 0) {
            faults.add(new FieldFault("amount", "leads.rule.tooMuch", List.of()));
        }
        if (fund.month().isAfter(YearMonth.now(clock)) || fund.month().getYear() < 1990) {
            faults.add(new FieldFault("month", "leads.rule.notInFuture", List.of()));
        }
        if (fund.remark() != null && fund.remark().length() > 500) {
            faults.add(new FieldFault("remark", "leads.rule.tooLong", List.of(500)));
        }
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
        var lead = sight.hold(id);
        var before =
                funds(id).stream()
                        .filter(one ->
                                one.month().equals(fund.month()) && one.source() == fund.source())
                        .findFirst();
        jdbc.update(
                """
                insert into leads.fund (tenant_id, lead_id, month, source, amount, currency, remark, actor, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, lead_id, month, source) do update
                    set amount = excluded.amount, remark = excluded.remark, actor = excluded.actor, at = excluded.at\
                """,
                lead.tenantId().value(),
                id.value(),
                fund.month().atDay(1),
                fund.source().name(),
                fund.amount(),
                fund.source() == FundSource.FOREIGN ? "USD" : "CNY",
                fund.remark(),
                person.username(),
                Timestamp.from(clock.instant()));
        if (fund.amount().signum() == 0) {
            jdbc.update(
                    "delete from leads.fund where lead_id = ? and month = ? and source = ? and amount = 0",
                    id.value(),
                    fund.month().atDay(1),
                    fund.source().name());
        }
        recorded(
                lead,
                "paidIn",
                new FieldChange(
                        "funds." + fund.month() + "." + fund.source(),
                        before.map(one -> one.amount().toPlainString()).orElse(null),
                        fund.amount().toPlainString()));
    }

    /** Of every stage from 签约 on, in their order; those of which nothing is known too. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<MilestoneLine> milestones(LeadId id) {
        sight.get(id);
        var known = new EnumMap<LeadStage, MilestoneLine>(LeadStage.class);
        jdbc.query(
                "select stage, planned_on, actual_on from leads.milestone where lead_id = ?",
                row -> {
                    var stage = LeadStage.valueOf(row.getString(1));
                    known.put(
                            stage,
                            new MilestoneLine(
                                    stage,
                                    row.getObject(2, LocalDate.class),
                                    row.getObject(3, LocalDate.class)));
                },
                id.value());
        return Stream.of(LeadStage.values())
                .filter(LeadStage::isSigned)
                .map(stage -> known.getOrDefault(stage, new MilestoneLine(stage, null, null)))
                .toList();
    }

    /**
     * When a stage is to be reached, and was.
     *
     * @throws LeadFieldsRefused when the day lies in the future though it was reached, or has no such stage
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void milestone(LeadId id, MilestoneLine line) {
        var faults = new ArrayList<FieldFault>();
        if (!line.stage().isSigned()) {
            faults.add(new FieldFault("stage", "leads.rule.milestone", List.of()));
        }
        if (line.actualOn() != null && line.actualOn().isAfter(LocalDate.now(clock))) {
            faults.add(new FieldFault("actualOn", "leads.rule.notInFuture", List.of()));
        }
        if (outOfBounds(line.plannedOn()) || outOfBounds(line.actualOn())) {
            faults.add(new FieldFault("plannedOn", "leads.rule.day", List.of()));
        }
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
        var lead = sight.hold(id);
        var before = milestones(id).get(line.stage().ordinal() - LeadStage.SIGNED.ordinal());
        jdbc.update(
                """
                insert into leads.milestone (tenant_id, lead_id, stage, planned_on, actual_on) values (?, ?, ?, ?, ?)
                on conflict (tenant_id, lead_id, stage) do update
                    set planned_on = excluded.planned_on, actual_on = excluded.actual_on\
                """,
                lead.tenantId().value(),
                id.value(),
                line.stage().name(),
                line.plannedOn(),
                line.actualOn());
        recorded(
                lead,
                "milestone",
                new FieldChange("milestones." + line.stage(), text(before), text(line)));
    }

    /** Those that are known. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<ClearanceLine> clearances(LeadId id) {
        sight.get(id);
        return jdbc.query(
                "select kind, outcome, document, decided_on, reason, actor_name, at from leads.clearance where lead_id = ? order by kind",
                (row, number) ->
                        new ClearanceLine(
                                ClearanceKind.valueOf(row.getString(1)),
                                ClearanceOutcome.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getString(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant()),
                id.value());
    }

    /**
     * Records that a clearance was given, or is not needed.
     *
     * @throws LeadFieldsRefused without the approval's number, or without the reason of an exemption
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void clear(LeadId id, ClearanceLine line) {
        var faults = new ArrayList<FieldFault>();
        boolean exempt = line.outcome() == ClearanceOutcome.EXEMPT;
        var document = line.document() == null ? "" : line.document().strip();
        var reason = line.reason() == null ? "" : line.reason().strip();
        if (!exempt && (document.isEmpty() || document.length() > 200)) {
            faults.add(new FieldFault("document", "leads.rule.document", List.of()));
        }
        if (exempt && (reason.length() < 2 || reason.length() > 1000)) {
            faults.add(new FieldFault("reason", "leads.rule.exemption", List.of()));
        }
        if (line.decidedOn().isAfter(LocalDate.now(clock)) || outOfBounds(line.decidedOn())) {
            faults.add(new FieldFault("decidedOn", "leads.rule.notInFuture", List.of()));
        }
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
        var lead = sight.hold(id);
        jdbc.update(
                """
                insert into leads.clearance
                    (tenant_id, lead_id, kind, outcome, document, decided_on, reason, actor, actor_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, lead_id, kind) do update
                    set outcome = excluded.outcome, document = excluded.document, decided_on = excluded.decided_on,
                        reason = excluded.reason, actor = excluded.actor, actor_name = excluded.actor_name, at = excluded.at\
                """,
                lead.tenantId().value(),
                id.value(),
                line.kind().name(),
                line.outcome().name(),
                exempt ? null : document,
                line.decidedOn(),
                reason.isEmpty() ? null : reason,
                person.username(),
                person.displayName(),
                Timestamp.from(clock.instant()));
        recorded(
                lead,
                "cleared",
                new FieldChange(
                        "clearances." + line.kind(),
                        null,
                        line.outcome()
                                + " "
                                + (exempt ? reason : document)
                                + " "
                                + line.decidedOn()));
    }

    /**
     * The enterprise that came of it is one of the directory.
     *
     * @throws org.kaiyuan.enterprises.UnknownEnterprise when there is no such enterprise
     */
    @PreAuthorize(
            "hasAllRoles('" + LeadPermissions.WRITE + "', '" + EnterprisePermissions.READ + "')")
    public void link(LeadId id, EnterpriseId enterprise) {
        var lead = sight.hold(id);
        var known = enterprises.details(enterprise).id();
        linked(lead, known);
    }

    /**
     * Registers the enterprise that came of it in the directory, with what the lead knows.
     *
     * @param creditCode null while it is not known
     * @throws org.kaiyuan.enterprises.CreditCodeTaken when it is there already: then it is to be linked
     */
    @PreAuthorize(
            "hasAllRoles('" + LeadPermissions.WRITE + "', '" + EnterprisePermissions.WRITE + "')")
    public EnterpriseId registerEnterprise(LeadId id, String name, @Nullable String creditCode) {
        var lead = sight.hold(id);
        var enterprise =
                registration.register(
                        NewEnterprise.of(lead.profile(), name, creditCode, LocalDate.now(clock)));
        linked(lead, enterprise);
        return enterprise;
    }

    private void linked(Lead lead, EnterpriseId enterprise) {
        var before = lead.enterpriseId();
        lead.isNow(enterprise, clock.instant());
        store.save(lead);
        history.record(
                Lead.SUBJECT,
                lead.id().value(),
                "linked",
                List.of(
                        new FieldChange(
                                "enterprise",
                                before == null ? null : before.toString(),
                                enterprise.toString())));
    }

    private void recorded(Lead lead, String act, FieldChange change) {
        lead.touched(clock.instant());
        store.save(lead);
        history.record(Lead.SUBJECT, lead.id().value(), act, List.of(change));
    }

    private static boolean outOfBounds(@Nullable LocalDate day) {
        return day != null && (day.getYear() < 1990 || day.getYear() > 2100);
    }

    private static String text(MilestoneLine line) {
        return line.plannedOn() + " / " + line.actualOn();
    }
}
