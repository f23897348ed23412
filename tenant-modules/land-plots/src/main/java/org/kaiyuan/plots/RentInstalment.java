package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is due of a lease for some days, in yuan.
 *
 * @param fromDay first of the days it is for
 * @param toDay last of them
 */
public record RentInstalment(
        LocalDate fromDay,
        LocalDate toDay,
        LocalDate dueOn,
        BigDecimal amountYuan,
        BigDecimal paidYuan,
        RentInstalmentState state) {}
