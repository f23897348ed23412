package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was paid.
 *
 * @param reference number of the bank or of the receipt; the same number is the same payment
 * @param amountYuan yuan; less than 0 for what was paid back or booked wrongly
 */
public record RentPayment(
        String reference, BigDecimal amountYuan, LocalDate paidOn, @Nullable String note) {}
