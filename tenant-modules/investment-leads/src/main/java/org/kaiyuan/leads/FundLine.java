package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What was paid in of one source in one month.
 *
 * @param amount in yuan; of {@link FundSource#FOREIGN} in US dollars
 */
public record FundLine(
        YearMonth month, FundSource source, BigDecimal amount, @Nullable String remark) {}
