package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An instalment that should have been paid before today.
 *
 * @param openYuan what of it is still missing
 * @param days since it was due
 */
public record OverdueRent(
        LeaseId lease,
        String number,
        String tenant,
        LocalDate fromDay,
        LocalDate toDay,
        LocalDate dueOn,
        BigDecimal amountYuan,
        BigDecimal openYuan,
        int days) {}
