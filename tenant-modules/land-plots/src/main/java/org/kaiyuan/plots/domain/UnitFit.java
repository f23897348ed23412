package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadWish;
import org.kaiyuan.plots.MatchObstacle;
import org.kaiyuan.plots.MatchTone;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitRow;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnitUse;

/** Whether a unit of a building fits a lead, and how well. */
public final class UnitFit {
    /** What a factory can stand in. */
    public static final Set<UnitUse> FOR_FACTORIES =
            EnumSet.of(UnitUse.WORKSHOP, UnitUse.RESEARCH, UnitUse.STORAGE, UnitUse.OTHER);

    /** What can be let, today or later. */
    public static final Set<UnitState> TO_LET =
            EnumSet.of(UnitState.VACANT, UnitState.RESERVED, UnitState.LEASED);

    private UnitFit() {}

    /** @param freeFrom today, or the day after its last lease */
    public static Verdict judge(LeadWish wish, UnitRow unit, LocalDate freeFrom, LocalDate today) {
        var weighing = new Weighing();
        var p = unit.profile();
        // while a lease runs, what it is besides decides whether it will be let again
        weighing.refuseIf(
                !TO_LET.contains(unit.state()) || !TO_LET.contains(p.state()), MatchObstacle.STATE);
        weighing.area(p.areaM2(), wish.floorM2(), MatchTerms.UNIT_AREA, false);
        weighing.refuseIf(
                wish.isIndustrial() && !FOR_FACTORIES.contains(p.use()), MatchObstacle.USE);
        least(
                weighing,
                "height",
                MatchTerms.UNIT_HEIGHT,
                p.clearHeightM(),
                wish.ceilingHeightM(),
                MatchObstacle.HEIGHT);
        least(
                weighing,
                "load",
                MatchTerms.UNIT_LOAD,
                p.loadKnM2(),
                wish.floorLoadTPerM2() == null
                        ? null
                        : wish.floorLoadTPerM2().multiply(UnitProfile.KN_PER_TONNE),
                MatchObstacle.LOAD);
        least(
                weighing,
                "power",
                MatchTerms.UNIT_POWER,
                p.powerKva(),
                wish.powerKva(),
                MatchObstacle.POWER);
        vacancy(weighing, wish, unit, freeFrom, today);
        if (p.craneT() != null && p.craneT().signum() > 0) {
            // a lead says nothing of cranes; that there is one is worth knowing
            weighing.add(MatchTone.FOR, 0, 0, "crane", p.craneT());
        }
        return weighing.verdict();
    }

    private static void least(
            Weighing weighing,
            String what,
            int of,
            @Nullable BigDecimal has,
            @Nullable BigDecimal wanted,
            MatchObstacle obstacle) {
        if (wanted == null || wanted.signum() <= 0) {
            weighing.say(of, of, what + ".any");
        } else if (has == null) {
            weighing.doubt(of, what + ".unknown", shown(wanted));
        } else {
            boolean enough = has.compareTo(wanted) >= 0;
            weighing.refuseIf(!enough, obstacle);
            weighing.say(enough ? of : 0, of, what + ".enough", has, shown(wanted));
        }
    }

    private static BigDecimal shown(BigDecimal wanted) {
        return wanted.setScale(2, RoundingMode.HALF_UP);
    }

    private static void vacancy(
            Weighing weighing, LeadWish wish, UnitRow unit, LocalDate freeFrom, LocalDate today) {
        int of = MatchTerms.UNIT_VACANCY;
        weighing.inTime(freeFrom, wish.wantedBy(), today);
        if (unit.profile().state() == UnitState.RESERVED) {
            weighing.add(MatchTone.AGAINST, of / 4, of, "vacancy.reserved");
        } else if (!freeFrom.isAfter(today)) {
            weighing.say(of, of, "vacancy.now");
        } else {
            long days = ChronoUnit.DAYS.between(today, freeFrom);
            double left = Math.max(0, 1 - (double) days / MatchTerms.VACANCY_DAYS);
            weighing.add(
                    MatchTone.AGAINST, (int) Math.round(of * left), of, "vacancy.later", freeFrom);
        }
    }
}
