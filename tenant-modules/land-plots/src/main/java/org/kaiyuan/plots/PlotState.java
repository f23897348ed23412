package org.kaiyuan.plots;

import java.util.EnumSet;
import java.util.Set;

/** Where a plot is in its life; a plot goes on step by step, and may be taken back once it was supplied. */
public enum PlotState {
    /** 规划. */
    PLANNED,
    /** 征收收储. */
    ACQUISITION,
    /** 储备. */
    RESERVE,
    /** 批而未供. */
    APPROVED,
    /** 公告供应. */
    ANNOUNCED,
    /** 已供未建. */
    SUPPLIED,
    /** 在建. */
    CONSTRUCTION,
    /** 竣工. */
    COMPLETED,
    /** 投产. */
    PRODUCTION,
    /** 达产核查. */
    VERIFIED,
    /** 收回. */
    RECOVERED;

    private static final Set<PlotState> OPEN =
            EnumSet.of(PLANNED, ACQUISITION, RESERVE, APPROVED, ANNOUNCED);

    /** Whether it can still be promised to somebody. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** From the announcement on, the gates of supply are asked. */
    public boolean isSupply() {
        return this == ANNOUNCED || this == SUPPLIED;
    }

    /** Steps that are known in practice; back only where nothing was promised yet. */
    public boolean mayBecome(PlotState next) {
        return switch (this) {
            case PLANNED -> next == ACQUISITION || next == RESERVE;
            case ACQUISITION -> next == RESERVE || next == PLANNED;
            case RESERVE -> next == APPROVED || next == ACQUISITION;
            case APPROVED -> next == ANNOUNCED || next == RESERVE;
            // a bidding without a bidder
            case ANNOUNCED -> next == SUPPLIED || next == APPROVED;
            case SUPPLIED -> next == CONSTRUCTION || next == RECOVERED;
            case CONSTRUCTION -> next == COMPLETED || next == RECOVERED;
            case COMPLETED -> next == PRODUCTION || next == RECOVERED;
            case PRODUCTION -> next == VERIFIED || next == RECOVERED;
            case VERIFIED -> next == RECOVERED;
            case RECOVERED -> next == RESERVE;
        };
    }
}
