package org.kaiyuan.plots;

import java.time.LocalDate;
import org.kaiyuan.platform.refusal.Refusal;

/** 「单元 {0} 已出租至 {2}…」: it is let, now or from a later day on, so it cannot go or be let again. */
public final class UnitLeasedRefused extends Refusal {
    private UnitLeasedRefused(String why, Object... arguments) {
        super("plots.refusal.unit." + why, arguments);
    }

    /** Another lease has one of the days. */
    public static UnitLeasedRefused overlaps(
            String unit, String lease, LocalDate fromDay, LocalDate lastDay) {
        return new UnitLeasedRefused("overlaps", unit, lease, fromDay, lastDay);
    }

    /** It cannot be taken out of the register. */
    public static UnitLeasedRefused stays(String unit, LocalDate lastDay) {
        return new UnitLeasedRefused("stays", unit, lastDay);
    }

    /** It is in own use or kept from leasing. */
    public static UnitLeasedRefused notForLease(String unit, UnitState state) {
        return new UnitLeasedRefused("notForLease", unit, state);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
