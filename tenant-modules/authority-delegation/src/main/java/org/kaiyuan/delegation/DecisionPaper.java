package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that entries rest on: a decision or a letter, with what it says of days. Its files hang on it.
 *
 * @param directDays from the decision to the first day of what is 直接下放
 * @param entrustedDays from the decision to the first day of what is 委托下放
 * @param handoverDays working days within which the power is handed over
 * @param fixed whether a published edition rests on it: then it does not change any more
 */
public record DecisionPaper(
        UUID id,
        PaperKind kind,
        String number,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable LocalDate decidedOn,
        int directDays,
        int entrustedDays,
        int handoverDays,
        boolean fixed,
        long version) {}
