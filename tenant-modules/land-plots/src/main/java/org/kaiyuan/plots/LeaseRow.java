package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease in a list.
 *
 * @param units numbers of building and unit, at most 20
 * @param areaM2 m² that rent is paid for
 * @param rentYuanM2 yuan per m² and month as it began
 * @param lastDay the day it ends, early or not
 * @param overdueYuan yuan that should have been paid before today
 * @param renewed whether another lease follows it
 */
public record LeaseRow(
        LeaseId id,
        String number,
        @Nullable UUID enterprise,
        String tenant,
        List<String> units,
        LocalDate fromDay,
        LocalDate lastDay,
        BigDecimal areaM2,
        BigDecimal rentYuanM2,
        LeaseState state,
        BigDecimal overdueYuan,
        boolean renewed,
        Instant updatedAt,
        long version) {}
