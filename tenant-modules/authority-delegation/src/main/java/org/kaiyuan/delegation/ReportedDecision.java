package org.kaiyuan.delegation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as another room tells it.
 *
 * @param source the room's word, such as {@code services}
 * @param reference what the room calls the case; told again, it is the same case
 * @param entry by which the park decides, as {@link WhoDecides} said when the case was accepted
 * @param decidedOn null while it is open; then it has no outcome
 * @param asOf when this was so: what is older than what was told before changes nothing
 */
public record ReportedDecision(
        String source,
        String reference,
        EntryId entry,
        @Nullable String applicant,
        LocalDate acceptedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate decidedOn,
        @Nullable DecisionOutcome outcome,
        Instant asOf) {
    DecisionDraft said() {
        return new DecisionDraft(reference, applicant, acceptedOn, dueOn, decidedOn, outcome);
    }
}
