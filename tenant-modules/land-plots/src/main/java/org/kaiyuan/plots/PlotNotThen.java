package org.kaiyuan.plots;

import java.time.LocalDate;
import org.kaiyuan.platform.refusal.Refusal;

/** 「{1}那天没有地块{0}…」: it began later or had ended. */
public final class PlotNotThen extends Refusal {
    public PlotNotThen(String number, LocalDate day) {
        super("plots.refusal.notThen", number, day);
    }

    @Override
    public Kind kind() {
        return Kind.NOT_THERE;
    }
}
