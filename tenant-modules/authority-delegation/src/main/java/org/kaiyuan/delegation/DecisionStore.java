package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writing cases that are entered by hand; whoever asks has asked for permission. */
@Component
class DecisionStore {
    /** The source of what was entered by hand. */
    static final String BY_HAND = "MANUAL";

    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final Clock clock;

    DecisionStore(JdbcTemplate jdbc, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.clock = clock;
    }

    /** @throws DecisionReferenceTaken when one of that number was entered before */
    PowerDecisionId add(EntryId entry, DecisionDraft said) {
        return add(entry, said, 1, false);
    }

    /** So many cases of one month. */
    PowerDecisionId addMonth(EntryId entry, DecisionDraft said, int cases) {
        return add(entry, said, cases, true);
    }

    /**
     * A case may be decided after its power has ended: any edition will do.
     *
     * @throws UnknownPower when none ever granted it
     */
    UUID matterOf(EntryId entry) {
        return jdbc
                .query(
                        """
                        select w.matter_id from delegation.wording w
                        join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id and l.kind in %s
                        where w.entry_id = ? and w.act = 'GRANT' order by w.from_edition desc limit 1\
                        """
                                .formatted(Wordings.HOLD_POWERS),
                        (row, n) -> row.getObject(1, UUID.class),
                        entry.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownPower::new);
    }

    private PowerDecisionId add(EntryId entry, DecisionDraft said, int cases, boolean ofMonth) {
        var id = PowerDecisionId.next();
        try {
            jdbc.update(
                    """
                    insert into delegation.power_decision (tenant_id, id, entry_id, matter_id, source, reference, cases,
                        of_month, applicant, accepted_on, due_on, decided_on, outcome, recorded_at, recorded_name)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    CurrentTenant.get().value(),
                    id.value(),
                    entry.value(),
                    matterOf(entry),
                    BY_HAND,
                    said.reference(),
                    cases,
                    ofMonth,
                    said.applicant(),
                    said.acceptedOn(),
                    said.dueOn(),
                    said.decidedOn(),
                    said.outcome() == null ? null : said.outcome().name(),
                    Timestamp.from(clock.instant()),
                    person.displayName());
        } catch (DuplicateKeyException e) {
            throw new DecisionReferenceTaken(said.reference());
        }
        return id;
    }
}
