package org.kaiyuan.plots;

import java.time.LocalDate;
import org.kaiyuan.platform.refusal.Refusal;

/** 「地块{0}已于{1}终止…」: it was split, merged or bounded anew and does not change any more. */
public final class PlotHasEnded extends Refusal {
    public PlotHasEnded(String number, LocalDate on) {
        super("plots.refusal.ended", number, on);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
