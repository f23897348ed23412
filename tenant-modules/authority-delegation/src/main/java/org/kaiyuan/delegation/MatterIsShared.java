package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「这个事项来自共享目录…」. */
public final class MatterIsShared extends Refusal {
    public MatterIsShared() {
        super("delegation.refusal.matterShared");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
