package org.kaiyuan.services;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a group.
 *
 * @param decided with a decision
 * @param onTime of the decided ones, by their promised day
 * @param averageRating of 1 to 5, one decimal; null without ratings
 * @param small whether rates rest on fewer than 30 cases
 */
public record FigureLine(
        String key,
        String name,
        int received,
        int accepted,
        int deemed,
        int decided,
        int onTime,
        int open,
        int overdue,
        int supplements,
        int withdrawn,
        int notAccepted,
        int ratings,
        @Nullable BigDecimal averageRating,
        int badRatings,
        boolean small) {}
