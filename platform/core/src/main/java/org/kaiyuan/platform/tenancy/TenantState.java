package org.kaiyuan.platform.tenancy;

/**
 * Where a tenant stands in its life. Before it there is an application, which is no tenant yet.
 *
 * @see <a href="../../../../../../../../docs/decisions/0019-the-life-of-a-tenant.md">decision 0019</a>
 */
public enum TenantState {
    /** Being set up: its first administrator may accept the invitation, nobody works there. */
    SETTING_UP,
    ACTIVE,
    /** Nobody gets in, no program either; everything is kept. */
    SUSPENDED,
    /** To be deleted when the cooling-off period is over; until then it can be withdrawn. */
    CLOSING,
    /** Nothing is left of it but its name in the register and the certificate. */
    DELETED;

    /** Whether it may become that; going back from {@code CLOSING} is a withdrawal. */
    public boolean mayBecome(TenantState next) {
        return switch (this) {
            case SETTING_UP -> next == ACTIVE || next == CLOSING;
            case ACTIVE -> next == SUSPENDED || next == CLOSING;
            case SUSPENDED -> next == ACTIVE || next == CLOSING;
            case CLOSING -> next != CLOSING;
            case DELETED -> false;
        };
    }
}
