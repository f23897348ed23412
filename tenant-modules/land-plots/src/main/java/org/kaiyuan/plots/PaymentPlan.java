package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid by the running contract, and what was; all in yuan.
 *
 * @param priceYuan of the contract
 * @param plannedYuan of all instalments
 * @param overdueYuan what is not paid of what was due before today
 * @param instalments in the order of their days, at most 200
 */
public record PaymentPlan(
        @Nullable BigDecimal priceYuan,
        BigDecimal plannedYuan,
        BigDecimal paidYuan,
        BigDecimal overdueYuan,
        List<Instalment> instalments) {
    public PaymentPlan {
        instalments = List.copyOf(instalments);
    }

    /**
     * @param openYuan what is not paid; 0 where more was paid
     * @param overdueDays since it was due; 0 while it is not, or all of it is paid
     */
    public record Instalment(
            UUID id,
            long version,
            String title,
            LocalDate dueOn,
            BigDecimal amountYuan,
            BigDecimal paidYuan,
            BigDecimal openYuan,
            int overdueDays,
            List<Receipt> receipts) {
        public Instalment {
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * @param amountYuan below 0 what was entered wrongly is taken back
     * @param reference of the voucher (凭证号)
     */
    public record Receipt(
            UUID id,
            LocalDate paidOn,
            BigDecimal amountYuan,
            @Nullable String reference,
            @Nullable String note,
            Instant at,
            String enteredBy) {}
}
