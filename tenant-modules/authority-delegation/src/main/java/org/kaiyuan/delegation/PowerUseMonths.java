package org.kaiyuan.delegation;

import static org.kaiyuan.delegation.HistoryWords.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that nobody tells one by one: how many of a month were decided how. */
@Service
@Transactional
@PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
public class PowerUseMonths {
    private static final int MOST_CASES = 100_000;

    private final JdbcTemplate jdbc;
    private final DecisionStore store;
    private final HistoryWords words;
    private final ChangeHistory history;
    private final Clock clock;

    PowerUseMonths(
            JdbcTemplate jdbc,
            DecisionStore store,
            HistoryWords words,
            ChangeHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.words = words;
        this.history = history;
        this.clock = clock;
    }

    private record Kept(UUID id, int cases, int overturned) {}

    /**
     * How many cases of a month were decided so; said again, the number is the new one.
     *
     * @param cases 0 where there were none: then nothing is kept of that month and outcome
     * @throws UnknownPower when no list grants it now
     * @throws DelegationFieldsRefused with all that is wrong
     */
    public void enter(EntryId entry, YearMonth month, DecisionOutcome outcome, int cases) {
        var today = LocalDate.now(clock);
        check(month, cases, today);
        CurrentGrants.refuseUnknown(jdbc, List.of(entry), today);
        var end = month.atEndOfMonth();
        var last = end.isAfter(today) ? today : end;
        var reference = month + " " + outcome + " " + entry;
        var before = kept(reference);
        if (before == null) {
            if (cases > 0) {
                var said = new DecisionDraft(reference, null, month.atDay(1), null, last, outcome);
                var id = store.addMonth(entry, said, cases);
                history.record(
                        PowerUse.SUBJECT,
                        id.value(),
                        "entered",
                        changes(month, outcome, null, cases));
            }
            return;
        }
        if (cases < before.overturned()) {
            throw new DelegationFieldsRefused(
                    "cases", "delegation.use.rule.overturned", before.overturned());
        }
        if (cases == 0) {
            jdbc.update("delete from delegation.power_decision where id = ?", before.id());
        } else {
            jdbc.update(
                    "update delegation.power_decision set cases = ?, decided_on = ?, version = version + 1 where id = ?",
                    cases,
                    last,
                    before.id());
        }
        history.record(
                PowerUse.SUBJECT,
                before.id(),
                cases == 0 ? "removed" : "revised",
                changes(month, outcome, before.cases(), cases));
    }

    private static void check(YearMonth month, int cases, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        if (month.atDay(1).isAfter(today)) {
            faults.add(new FieldFault("month", "delegation.use.rule.future", List.of()));
        }
        if (cases < 0 || cases > MOST_CASES) {
            faults.add(new FieldFault("cases", "delegation.rule.between", List.of(0, MOST_CASES)));
        }
        DelegationFieldsRefused.refuse(faults);
    }

    /** Held until the transaction ends. */
    private @Nullable Kept kept(String reference) {
        return jdbc
                .query(
                        """
                        select id, cases, overturned from delegation.power_decision
                        where source = ? and reference = ? for update\
                        """,
                        (row, n) ->
                                new Kept(
                                        row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)),
                        DecisionStore.BY_HAND,
                        reference)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private List<FieldChange> changes(
            YearMonth month, DecisionOutcome outcome, @Nullable Integer before, int after) {
        return List.of(
                change("month", null, month),
                change("outcome", null, words.of(outcome)),
                change("cases", before, after == 0 ? null : after));
    }
}
