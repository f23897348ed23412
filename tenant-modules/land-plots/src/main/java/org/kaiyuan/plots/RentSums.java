package org.kaiyuan.plots;

import java.math.BigDecimal;

/**
 * What a lease brings, in yuan.
 *
 * @param total of all instalments
 * @param fallen what has fallen due until today, today's too
 * @param paid what came in, less what was paid back
 * @param overdue what should have come in before today
 * @param credit what was paid beyond all instalments
 */
public record RentSums(
        BigDecimal total,
        BigDecimal fallen,
        BigDecimal paid,
        BigDecimal overdue,
        BigDecimal credit) {}
