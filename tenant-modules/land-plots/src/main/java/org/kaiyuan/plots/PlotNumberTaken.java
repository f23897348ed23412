package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「地块编号{0}已被使用」. */
public final class PlotNumberTaken extends Refusal {
    private final String number;

    public PlotNumberTaken(String number) {
        super("plots.refusal.numberTaken", number);
        this.number = number;
    }

    public String number() {
        return number;
    }

    @Override
    public List<FieldFault> fields() {
        return List.of(new FieldFault("number", messageKey(), List.of(number)));
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
