package org.kaiyuan.portal.domain;

import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two who decide about the zone's representatives at once go one after the other: else each could take the
 * other's last administrator, or confirm somebody for an enterprise that is being removed.
 */
public final class InTurn {
    private InTurn() {}

    /** Until the transaction ends; to be called before anything is read. */
    public static void await(JdbcTemplate jdbc) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('portal.representative', ?))",
                row -> {},
                CurrentTenant.get().value());
    }
}
