package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment that was recorded. */
public record RentPaymentLine(
        UUID id,
        String reference,
        BigDecimal amountYuan,
        LocalDate paidOn,
        @Nullable String note,
        Instant madeAt,
        String madeBy) {}
