package org.kaiyuan.plots;

/** How land is supplied (供应方式). */
public enum SupplyMode {
    /** 标准地出让. */
    GRANT,
    /** 弹性年期出让. */
    FLEXIBLE,
    /** 长期租赁. */
    LONG_LEASE,
    /** 先租后让. */
    LEASE_THEN_GRANT,
    /** 作价出资（入股）. */
    CAPITAL;

    /** What it begins as. */
    public SupplyPhase first() {
        return switch (this) {
            case GRANT, FLEXIBLE, CAPITAL -> SupplyPhase.GRANT;
            case LONG_LEASE, LEASE_THEN_GRANT -> SupplyPhase.LEASE;
        };
    }
}
