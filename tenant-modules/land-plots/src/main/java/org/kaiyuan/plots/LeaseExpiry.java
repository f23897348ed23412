package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * Leases that end within some months.
 *
 * @param months each month in which one ends
 * @param leases by their last day, at most 500
 */
public record LeaseExpiry(List<Month> months, List<LeaseRow> leases) {

    /**
     * @param areaM2 m² that come free, those of renewed leases left out
     * @param renewed how many of the leases are followed by another
     */
    public record Month(YearMonth month, int leases, int renewed, BigDecimal areaM2) {}
}
