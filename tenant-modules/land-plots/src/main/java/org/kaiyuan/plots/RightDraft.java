package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right over a plot, as a person enters it.
 *
 * @param holderId the enterprise of the directory that has it
 * @param to the last day; null without end
 * @param lowM from this height on, metres above the 1985 datum (1985国家高程基准); null without limit downwards
 * @param highM up to this height; null without limit upwards
 * @param certificate number of the certificate
 */
public record RightDraft(
        RightKind kind,
        @Nullable UUID holderId,
        String holderName,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable BigDecimal lowM,
        @Nullable BigDecimal highM,
        @Nullable String certificate,
        @Nullable String note) {}
