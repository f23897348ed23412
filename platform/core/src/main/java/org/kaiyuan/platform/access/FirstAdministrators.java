package org.kaiyuan.platform.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The first administrator of the current zone, let in by the operator; all others are let in by the zone's own. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FirstAdministrators {
    private final JdbcTemplate jdbc;
    private final Invitations invitations;

    FirstAdministrators(JdbcTemplate jdbc, Invitations invitations) {
        this.jdbc = jdbc;
        this.invitations = invitations;
    }

    /**
     * By a link that works once, for a week. One that was written before works no more.
     *
     * @throws AccountRefused when the zone has an administrator: it looks after its people itself
     */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public Invitations.Written invite(String displayName, @Nullable String email) {
        if (isThere()) {
            throw new AccountRefused("access.refusal.hasAdministrator");
        }
        jdbc.update(
                """
                update access.invitation set revoked_at = now()
                where 'ZONE_ADMIN' = any (roles) and accepted_at is null and revoked_at is null\
                """);
        return invitations.write(
                CurrentTenant.get(), displayName, email, Set.of(Role.ZONE_ADMIN.name()), null);
    }

    /** Whether somebody looks after the current zone. */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public boolean isThere() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        select exists (select from access.membership m
                            join access.membership_role r on r.tenant_id = m.tenant_id and r.account_id = m.account_id
                            where m.state = 'ACTIVE' and r.role = 'ZONE_ADMIN')\
                        """,
                        Boolean.class));
    }

    /** Whether somebody was asked to look after it and may still come. */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public boolean isInvited() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        select exists (select from access.invitation
                            where 'ZONE_ADMIN' = any (roles) and accepted_at is null and revoked_at is null
                              and expires_at > now())\
                        """,
                        Boolean.class));
    }
}
