package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.PowerUse;
import org.kaiyuan.delegation.ReportedDecision;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of powers hears of each case that is decided under one of its entries; for reactions. */
@Service
@Transactional
@PreAuthorize("hasRole('SYSTEM')")
public class UseOfPowersReporting {
    private static final String SOURCE = "services";

    private final JdbcTemplate jdbc;
    private final CaseStore store;
    private final PowerUse use;

    UseOfPowersReporting(JdbcTemplate jdbc, CaseStore store, PowerUse use) {
        this.jdbc = jdbc;
        this.store = store;
        this.use = use;
    }

    /** Tells how the case stands now; twice is harmless. */
    public void report(CaseId id) {
        var held = store.read(id);
        var entry = held.entry();
        var accepted = held.acceptedOn();
        if (entry == null || accepted == null) {
            return;
        }
        use.report(
                new ReportedDecision(
                        SOURCE,
                        held.receipt(),
                        entry,
                        held.enterpriseName(),
                        accepted,
                        held.dueOn(),
                        decidedOn(held),
                        outcome(held),
                        asOf(id)));
    }

    private static @Nullable LocalDate decidedOn(Held held) {
        return held.state() == CaseState.WITHDRAWN ? held.endedOn() : held.decidedOn();
    }

    private static @Nullable DecisionOutcome outcome(Held held) {
        if (held.state() == CaseState.WITHDRAWN) {
            return held.endedOn() == null ? null : DecisionOutcome.WITHDRAWN;
        }
        var outcome = held.outcome();
        return outcome == null
                ? null
                : outcome == CaseOutcome.REFUSED
                        ? DecisionOutcome.REFUSED
                        : DecisionOutcome.GRANTED;
    }

    /** Of the last act that the list hears of. */
    private Instant asOf(CaseId id) {
        return jdbc
                .query(
                        """
                        select max(at) from services.case_event where case_id = ? and act in ('ACCEPT', 'ACCEPT_DEFERRED',
                            'DEEM_ACCEPTED', 'STOP', 'RESUME', 'EXTEND', 'DECIDE', 'WITHDRAW')\
                        """,
                        (row, n) -> row.getTimestamp(1),
                        id.value())
                .stream()
                .map(Timestamp::toInstant)
                .findFirst()
                .orElse(Instant.EPOCH);
    }
}
