package org.kaiyuan.leads;

import java.time.LocalDate;

/**
 * Leads that somebody should look at.
 *
 * @param overdue something was due before today
 * @param silent heard nothing of for so long that within a week they fall back into the pool
 * @param stuck active, not yet producing, and in the same stage since {@code stuckSince}
 * @param pooled nobody looks after them
 * @param stuckSince the last day on which a stuck lead may have entered its stage
 */
public record LeadAttention(
        FigureCount overdue,
        FigureCount silent,
        FigureCount stuck,
        FigureCount pooled,
        LocalDate stuckSince) {}
