package org.kaiyuan.platform.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letting somebody into the current zone by a link that works once, for a week. Only its hash is kept, so
 * whoever reads the database cannot use it.
 */
@Service
@Transactional
public class Invitations {
    static final String SUBJECT = "access.invitation";

    static final Duration LIFE = Duration.ofDays(7);
    private static final int MOST = 200;

    private final JdbcTemplate jdbc;
    private final PeopleCare people;
    private final TenantDirectory tenants;
    private final ChangeHistory history;
    private final Clock clock;

    Invitations(
            JdbcTemplate jdbc,
            PeopleCare people,
            TenantDirectory tenants,
            ChangeHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.tenants = tenants;
        this.history = history;
        this.clock = clock;
    }

    /**
     * An invitation that waits.
     *
     * @param roles ids, see {@link RoleRow}
     */
    @Schema(name = "InvitationLine")
    public record Line(
            UUID id,
            String displayName,
            @Nullable String email,
            Set<String> roles,
            @Nullable String team,
            String invitedBy,
            Instant invitedAt,
            Instant expiresAt) {}

    /**
     * An invitation with its code, which is shown once.
     *
     * @param code to be put after {@code /invitation/}
     */
    public record Written(UUID id, String code, Instant expiresAt) {}

    /** @throws RoleRefused when these roles are not the inviter's to give */
    @PreAuthorize("hasRole('" + AccessPermissions.PEOPLE + "')")
    public Written invite(
            String displayName,
            @Nullable String email,
            Collection<String> roles,
            @Nullable String team) {
        var wanted = new TreeSet<>(roles);
        people.checkForNewcomer(wanted);
        return write(CurrentTenant.get(), displayName, email, wanted, team);
    }

    /** Those that wait, newest first, at most 200. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public List<Line> waiting() {
        return jdbc.query(
                """
                select id, display_name, email, roles, team, invited_by, invited_at, expires_at
                from access.invitation
                where zone = ? and accepted_at is null and revoked_at is null and expires_at > ?
                order by invited_at desc limit ?\
                """,
                Invitations::line,
                CurrentTenant.get().value(),
                Timestamp.from(clock.instant()),
                MOST);
    }

    /** Takes an invitation back; one that was accepted, or is another zone's, stays as it is. */
    @PreAuthorize("hasRole('" + AccessPermissions.PEOPLE + "')")
    public void revoke(UUID id) {
        int revoked =
                jdbc.update(
                        """
                        update access.invitation set revoked_at = ?
                        where id = ? and accepted_at is null and revoked_at is null\
                        """,
                        Timestamp.from(clock.instant()),
                        id);
        if (revoked > 0) {
            history.record(SUBJECT, id, "revoked", List.of());
        }
    }

    /** For those of this room who have made sure by other means that it may be done; the zone is bound to the transaction. */
    Written write(
            TenantId zone,
            String displayName,
            @Nullable String email,
            Set<String> roles,
            @Nullable String team) {
        if (displayName.isBlank()) {
            throw new AccountRefused("access.refusal.displayName");
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = UuidV7.next();
        var now = clock.instant();
        var expires = now.plus(LIFE);
        jdbc.update(
                """
                insert into access.invitation (code_hash, id, zone, zone_name, display_name, email, roles, team,
                                               invited_by, inviter, invited_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                hash(code),
                id,
                zone.value(),
                tenants.find(zone).orElseThrow().name(),
                displayName.strip(),
                blankToNull(email),
                roles.toArray(new String[0]),
                blankToNull(team),
                ChangeHistory.actorName(),
                ChangeHistory.actor(),
                Timestamp.from(now),
                Timestamp.from(expires));
        if (CurrentTenant.maybe().isPresent()) {
            history.record(
                    SUBJECT,
                    id,
                    "invited",
                    List.of(
                            new FieldChange("displayName", null, displayName.strip()),
                            new FieldChange("roles", null, String.join(" ", roles))));
        }
        return new Written(id, code, expires);
    }

    static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                row.getString("email"),
                Set.of((String[]) row.getArray("roles").getArray()),
                row.getString("team"),
                row.getString("invited_by"),
                row.getTimestamp("invited_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
