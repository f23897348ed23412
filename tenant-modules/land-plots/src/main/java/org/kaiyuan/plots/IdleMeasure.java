package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done about idle ground.
 *
 * @param amountYuan of a fee
 * @param overdueDays since the deadline; 0 while there is time, or it is done
 */
public record IdleMeasure(
        UUID id,
        long version,
        IdleMeasureKind kind,
        @Nullable BigDecimal amountYuan,
        LocalDate deadline,
        @Nullable LocalDate doneOn,
        @Nullable String document,
        @Nullable String note,
        int overdueDays) {}
