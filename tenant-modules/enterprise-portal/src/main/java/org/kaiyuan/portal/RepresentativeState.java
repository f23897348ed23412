package org.kaiyuan.portal;

/** How far somebody has come with standing for an enterprise. */
public enum RepresentativeState {
    /** 待确认. */
    REQUESTED,
    /** 已确认. */
    CONFIRMED,
    /** 已谢绝. */
    DECLINED,
    /** 已终止. */
    ENDED;

    public boolean mayBecome(RepresentativeState next) {
        return switch (this) {
            case REQUESTED -> next == CONFIRMED || next == DECLINED;
            case CONFIRMED -> next == ENDED;
            case DECLINED, ENDED -> false;
        };
    }
}
