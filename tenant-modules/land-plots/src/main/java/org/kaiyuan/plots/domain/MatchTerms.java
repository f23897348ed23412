package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import org.kaiyuan.plots.PlotState;

/**
 * What matching goes by. The weights are ours and add up to 100 for a plot and for a unit; days are common practice
 * [?], not law.
 *
 * <table>
 * <caption>Weights</caption>
 * <tr><th>plot</th><th>points</th><th>unit</th><th>points</th></tr>
 * <tr><td>area: full where it is what is wanted, nothing at the tolerance</td><td>30</td><td>area, the same</td><td>35</td></tr>
 * <tr><td>industry that the plot is meant for</td><td>20</td><td>clear height</td><td>15</td></tr>
 * <tr><td>utilities at its border</td><td>15</td><td>floor load</td><td>15</td></tr>
 * <tr><td>readiness by its state</td><td>15</td><td>power</td><td>15</td></tr>
 * <tr><td>标准地: investment (6) and tax (4) against what it asks for</td><td>10</td><td>vacancy: full today, nothing in a year</td><td>20</td></tr>
 * <tr><td>free, or held by another lead</td><td>10</td><td></td><td></td></tr>
 * </table>
 *
 * <p>What is not known of either side gets half the points and says so.
 */
public final class MatchTerms {
    /** A place of less than so many times what is wanted is too small. */
    public static final BigDecimal LEAST = new BigDecimal("0.80");

    /** A place of more than so many times what is wanted is too large. */
    public static final BigDecimal MOST = new BigDecimal("2.00");

    /** 长江保护法 art. 26: one kilometre from the bank. */
    public static final int RIVER_METRES = 1000;

    /** So much of mixed ground must be industrial for a factory, percent. */
    public static final BigDecimal INDUSTRIAL_PERCENT = new BigDecimal("50");

    static final int AREA = 30;
    static final int INDUSTRY = 20;
    static final int UTILITIES = 15;
    static final int READINESS = 15;
    static final int INVESTMENT = 6;
    static final int TAX = 4;
    static final int AVAILABILITY = 10;

    static final int UNIT_AREA = 35;
    static final int UNIT_HEIGHT = 15;
    static final int UNIT_LOAD = 15;
    static final int UNIT_POWER = 15;
    static final int UNIT_VACANCY = 20;

    /** A unit that is let for so long yet gets nothing for its vacancy. */
    static final int VACANCY_DAYS = 365;

    private MatchTerms() {}

    /** About how many days until a plot in this state can be handed over. */
    static int daysUntilReady(PlotState state) {
        return switch (state) {
            case PLANNED -> 540;
            case ACQUISITION -> 360;
            case RESERVE -> 180;
            case APPROVED -> 90;
            case ANNOUNCED -> 30;
            default -> 0;
        };
    }

    /** Of {@link #READINESS}. */
    static int readiness(PlotState state) {
        return switch (state) {
            case ANNOUNCED, APPROVED -> 15;
            case RESERVE -> 11;
            case ACQUISITION -> 6;
            default -> 3;
        };
    }
}
