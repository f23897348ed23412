package org.kaiyuan.delegation;

import static org.kaiyuan.delegation.HistoryWords.change;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was decided under the zone's powers: told by other rooms, or entered by hand. */
@Service
@Transactional
public class PowerUse {
    /** What the history calls it. */
    static final String SUBJECT = "delegation.decision";

    private static final int LONGEST_WHY = 2000;
    private static final int LONGEST_SOURCE = 60;

    private final JdbcTemplate jdbc;
    private final DecisionStore store;
    private final PowerUseDirectory directory;
    private final HistoryWords words;
    private final ChangeHistory history;
    private final Clock clock;

    PowerUse(
            JdbcTemplate jdbc,
            DecisionStore store,
            PowerUseDirectory directory,
            HistoryWords words,
            ChangeHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.directory = directory;
        this.words = words;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Takes note of a case that another room handles, from its acceptance to its decision. May be told twice and in any
     * order: of one case the newest counts.
     *
     * @throws UnknownPower when no edition ever granted the power
     * @throws DelegationFieldsRefused with all that is wrong
     */
    @PreAuthorize("hasAnyRole('SYSTEM', '" + DelegationPermissions.WRITE + "')")
    public void report(ReportedDecision told) {
        var said = told.said();
        said.check(LocalDate.now(clock));
        var source = told.source().strip();
        if (source.isEmpty()
                || source.equals(DecisionStore.BY_HAND)
                || source.length() > LONGEST_SOURCE) {
            throw new DelegationFieldsRefused("source", "delegation.rule.required");
        }
        var matter = store.matterOf(told.entry());
        var stored =
                jdbc.query(
                        """
                        insert into delegation.power_decision as d (tenant_id, id, entry_id, matter_id, source, reference,
                            applicant, accepted_on, due_on, decided_on, outcome, told_at, recorded_at, recorded_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, source, reference) do update
                        set entry_id = excluded.entry_id, matter_id = excluded.matter_id, applicant = excluded.applicant,
                            accepted_on = excluded.accepted_on, due_on = excluded.due_on, decided_on = excluded.decided_on,
                            outcome = excluded.outcome, told_at = excluded.told_at, version = d.version + 1
                        where d.told_at < excluded.told_at and (d.overturned = 0 or excluded.decided_on <= d.overturned_on)
                        returning id\
                        """,
                        (row, n) -> row.getObject(1, UUID.class),
                        CurrentTenant.get().value(),
                        PowerDecisionId.next().value(),
                        told.entry().value(),
                        matter,
                        source,
                        said.reference(),
                        said.applicant(),
                        said.acceptedOn(),
                        said.dueOn(),
                        said.decidedOn(),
                        said.outcome() == null ? null : said.outcome().name(),
                        Timestamp.from(told.asOf()),
                        Timestamp.from(clock.instant()),
                        source);
        if (!stored.isEmpty()) {
            history.record(SUBJECT, stored.getFirst(), "reported", changes(null, said));
        }
    }

    /**
     * Enters one case.
     *
     * @throws UnknownPower when no list grants it now
     * @throws DecisionReferenceTaken when one of that number was entered before
     * @throws DelegationFieldsRefused with all that is wrong
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public PowerDecisionId enter(EntryId entry, DecisionDraft said) {
        var today = LocalDate.now(clock);
        said.check(today);
        CurrentGrants.refuseUnknown(jdbc, List.of(entry), today);
        var id = store.add(entry, said);
        history.record(SUBJECT, id.value(), "entered", changes(null, said));
        return id;
    }

    /**
     * Says something else of a case that was entered by hand, such as that it was decided.
     *
     * @param basedOn the version that was seen
     * @throws UnknownDecision when there is none
     * @throws DecisionIsReported when another room told it
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DecisionReferenceTaken when another has that number
     * @throws DelegationFieldsRefused with all that is wrong
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public void revise(PowerDecisionId id, DecisionDraft said, long basedOn) {
        said.check(LocalDate.now(clock));
        var before = byHand(id);
        if (before.month() != null) {
            throw new DelegationFieldsRefused("cases", "delegation.use.rule.ofMonth");
        }
        if (before.overturnedOn() != null
                && (said.decidedOn() == null || said.decidedOn().isAfter(before.overturnedOn()))) {
            throw new DelegationFieldsRefused(
                    "decidedOn", "delegation.use.rule.afterReview", before.overturnedOn());
        }
        int changed;
        try {
            changed =
                    jdbc.update(
                            """
                            update delegation.power_decision set reference = ?, applicant = ?, accepted_on = ?, due_on = ?,
                                decided_on = ?, outcome = ?, version = version + 1
                            where id = ? and version = ?\
                            """,
                            said.reference(),
                            said.applicant(),
                            said.acceptedOn(),
                            said.dueOn(),
                            said.decidedOn(),
                            said.outcome() == null ? null : said.outcome().name(),
                            id.value(),
                            basedOn);
        } catch (DuplicateKeyException e) {
            throw new DecisionReferenceTaken(said.reference());
        }
        if (changed == 0) {
            throw changedMeanwhile(id, basedOn);
        }
        history.record(SUBJECT, id.value(), "revised", changes(before, said));
    }

    /**
     * A review overturned it, or so many of its cases; said again, the last counts.
     *
     * @param cases at most as many as there are; 0 takes it back
     * @param basedOn the version that was seen
     * @throws UnknownDecision when there is none
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DelegationFieldsRefused when it is open, before its decision, without a reason, or too many
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public void overturn(PowerDecisionId id, LocalDate on, String why, int cases, long basedOn) {
        var before = directory.stored(id);
        var reason = why.strip();
        var faults = new ArrayList<FieldFault>();
        if (cases < 0 || cases > before.cases()) {
            faults.add(
                    new FieldFault("cases", "delegation.rule.between", List.of(0, before.cases())));
        }
        if (before.decidedOn() == null) {
            faults.add(new FieldFault("on", "delegation.use.rule.open", List.of()));
        } else if (on.isBefore(before.decidedOn())) {
            faults.add(
                    new FieldFault(
                            "on",
                            "delegation.use.rule.beforeDecided",
                            List.of(before.decidedOn())));
        }
        if (on.isAfter(LocalDate.now(clock))) {
            faults.add(new FieldFault("on", "delegation.use.rule.future", List.of()));
        }
        if (reason.isEmpty() && cases > 0) {
            faults.add(new FieldFault("why", "delegation.rule.required", List.of()));
        }
        DelegationFieldsRefused.longer(faults, "why", reason, LONGEST_WHY);
        DelegationFieldsRefused.refuse(faults);
        int changed =
                jdbc.update(
                        """
                        update delegation.power_decision set overturned = ?, overturned_on = ?, overturned_why = ?,
                            version = version + 1
                        where id = ? and version = ?\
                        """,
                        cases,
                        cases == 0 ? null : on,
                        cases == 0 ? null : reason,
                        id.value(),
                        basedOn);
        if (changed == 0) {
            throw changedMeanwhile(id, basedOn);
        }
        history.record(
                SUBJECT,
                id.value(),
                cases == 0 ? "upheld" : "overturned",
                List.of(
                        change(
                                "overturned",
                                before.overturned() == 0 ? null : before.overturned(),
                                cases == 0 ? null : cases),
                        change("overturnedOn", before.overturnedOn(), cases == 0 ? null : on),
                        change("why", before.overturnedWhy(), cases == 0 ? null : reason)));
    }

    /**
     * Takes away what was entered by mistake; the history keeps what it was.
     *
     * @param basedOn the version that was seen
     * @throws UnknownDecision when there is none
     * @throws DecisionIsReported when another room told it
     * @throws PowerChangedMeanwhile when somebody else was quicker
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public void remove(PowerDecisionId id, long basedOn) {
        var before = byHand(id);
        int gone =
                jdbc.update(
                        "delete from delegation.power_decision where id = ? and version = ?",
                        id.value(),
                        basedOn);
        if (gone == 0) {
            throw changedMeanwhile(id, basedOn);
        }
        history.record(
                SUBJECT,
                id.value(),
                "removed",
                List.of(
                        change("reference", before.reference(), null),
                        change("cases", before.cases(), null)));
    }

    private PowerDecision byHand(PowerDecisionId id) {
        var found = directory.stored(id);
        if (found.source() != null) {
            throw new DecisionIsReported();
        }
        return found;
    }

    private PowerChangedMeanwhile changedMeanwhile(PowerDecisionId id, long basedOn) {
        return PowerChangedMeanwhile.of(
                history, id.value(), directory.stored(id).version(), basedOn);
    }

    private List<FieldChange> changes(@Nullable PowerDecision before, DecisionDraft after) {
        var was =
                before == null
                        ? new String[6]
                        : new @Nullable String[] {
                            before.reference(),
                            before.applicant(),
                            before.acceptedOn().toString(),
                            HistoryWords.day(before.dueOn()),
                            HistoryWords.day(before.decidedOn()),
                            words.of(before.outcome())
                        };
        return List.of(
                change("reference", was[0], after.reference()),
                change("applicant", was[1], after.applicant()),
                change("acceptedOn", was[2], after.acceptedOn()),
                change("dueOn", was[3], after.dueOn()),
                change("decidedOn", was[4], after.decidedOn()),
                change("outcome", was[5], words.of(after.outcome())));
    }
}
