package org.kaiyuan.services;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How long a step takes, in working days, beside what is promised for it. */
public record StepFigure(
        StepKind step,
        int cases,
        @Nullable BigDecimal averageDays,
        @Nullable BigDecimal p90Days,
        @Nullable Integer promisedDays) {}
