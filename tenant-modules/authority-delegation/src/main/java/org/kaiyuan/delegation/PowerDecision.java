package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A case, or a number of cases, decided under a power.
 *
 * @param source the word of the room that told it; null where it was entered by hand
 * @param reference the number of the case
 * @param month of a number of cases the month in which they were decided; null of a single case
 * @param cases how many they are
 * @param decidedOn null while it is open
 * @param overturned how many of the cases a review overturned
 * @param recordedName who entered it
 * @param late whether it is open past its day, or was decided after it
 * @param version a change names the one that it is based on
 */
public record PowerDecision(
        PowerDecisionId id,
        EntryId entry,
        MatterId matter,
        @Nullable String source,
        String reference,
        @Nullable YearMonth month,
        int cases,
        @Nullable String applicant,
        LocalDate acceptedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate decidedOn,
        @Nullable DecisionOutcome outcome,
        int overturned,
        @Nullable LocalDate overturnedOn,
        @Nullable String overturnedWhy,
        String recordedName,
        boolean late,
        long version) {

    public boolean isOpen() {
        return decidedOn == null;
    }
}
