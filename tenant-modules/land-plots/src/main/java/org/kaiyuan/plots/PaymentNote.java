package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An instalment as it was agreed.
 *
 * @param title such as 首期出让价款
 */
public record PaymentNote(String title, LocalDate dueOn, BigDecimal amountYuan) {}
