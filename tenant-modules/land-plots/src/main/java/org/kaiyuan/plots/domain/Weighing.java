package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.MatchObstacle;
import org.kaiyuan.plots.MatchReason;
import org.kaiyuan.plots.MatchTone;

/** Puts together a {@link Verdict}. */
final class Weighing {
    private static final BigDecimal MU_PER_M2 = new BigDecimal("0.0015");

    private final Set<MatchObstacle> obstacles = EnumSet.noneOf(MatchObstacle.class);
    private final List<MatchReason> reasons = new ArrayList<>();

    void refuse(MatchObstacle obstacle) {
        obstacles.add(obstacle);
    }

    void refuseIf(boolean broken, MatchObstacle obstacle) {
        if (broken) {
            obstacles.add(obstacle);
        }
    }

    /** Half of the points and more speak for it. */
    void say(int points, int of, String what, Object... arguments) {
        add(points * 2 >= of ? MatchTone.FOR : MatchTone.AGAINST, points, of, what, arguments);
    }

    void doubt(int of, String what, Object... arguments) {
        add(MatchTone.UNKNOWN, of / 2, of, what, arguments);
    }

    void add(MatchTone tone, int points, int of, String what, Object... arguments) {
        reasons.add(new MatchReason(tone, points, of, "plots.match." + what, List.of(arguments)));
    }

    /**
     * How close the area is to what is wanted.
     *
     * @param inMu whether people say it in 亩, else in m²
     */
    void area(BigDecimal has, @Nullable BigDecimal wanted, int of, boolean inMu) {
        var unit = inMu ? "Mu" : "M2";
        if (wanted == null) {
            doubt(of, "area.unknown" + unit, inMu ? mu(has) : has);
            return;
        }
        refuseIf(
                has.compareTo(wanted.multiply(MatchTerms.LEAST)) < 0
                        || has.compareTo(wanted.multiply(MatchTerms.MOST)) > 0,
                MatchObstacle.AREA);
        double ratio = has.doubleValue() / wanted.doubleValue();
        double off =
                ratio < 1
                        ? (1 - ratio) / (1 - MatchTerms.LEAST.doubleValue())
                        : (ratio - 1) / (MatchTerms.MOST.doubleValue() - 1);
        int points = (int) Math.round(of * Math.max(0, 1 - off));
        var what = off <= 0.1 ? "area.close" : ratio < 1 ? "area.less" : "area.more";
        say(points, of, what + unit, inMu ? mu(has) : has, inMu ? mu(wanted) : wanted);
    }

    /**
     * Whether it can be had when the lead wants it; a day that has passed binds nobody.
     *
     * @return whether there is a day that binds
     */
    boolean inTime(LocalDate ready, @Nullable LocalDate wantedBy, LocalDate today) {
        if (wantedBy == null || wantedBy.isBefore(today)) {
            return false;
        }
        refuseIf(ready.isAfter(wantedBy), MatchObstacle.LATE);
        return true;
    }

    Verdict verdict() {
        return new Verdict(
                List.copyOf(obstacles),
                Math.clamp(reasons.stream().mapToInt(MatchReason::points).sum(), 0, 100),
                reasons);
    }

    static BigDecimal mu(BigDecimal squareMetres) {
        return squareMetres.multiply(MU_PER_M2).setScale(2, RoundingMode.HALF_UP);
    }
}
