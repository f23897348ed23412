package org.kaiyuan.leads;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody has to do today.
 *
 * @param today the day that is meant, Asia/Shanghai
 * @param overdue their own leads of which something was due before today
 * @param dueToday their own leads of which something is due today
 * @param waiting reviews that wait for their opinion
 * @param pool what nobody owns, the last come first
 * @param silent their own leads that fall back into the pool within a week when nothing is heard
 */
public record MyDay(
        LocalDate today,
        Section overdue,
        Section dueToday,
        List<LeadReviews.Waiting> waiting,
        Section pool,
        Section silent) {
    /**
     * The first leads of one kind.
     *
     * @param more whether there are others
     * @param filter finds them all in the list
     */
    public record Section(List<LeadRow> leads, boolean more, LeadFilter filter) {
        public Section {
            leads = List.copyOf(leads);
        }
    }
}
