package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;

/** 「编号“{0}”已被使用…」: another building, unit of the building, or lease has it. */
public final class FloorNumberTaken extends Refusal {
    public FloorNumberTaken(String number) {
        super("plots.refusal.floorNumberTaken", number);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
