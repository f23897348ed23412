package org.kaiyuan.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a program may do right now, read anew for every request as {@link Standing} is for people: a token
 * opens nothing after its client was revoked, has expired, was given less, or its zone was suspended.
 */
@Component
class ApiClientStanding {
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Permissions permissions;
    private final Clock clock;

    ApiClientStanding(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Permissions permissions,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What became of a program's call. */
    sealed interface Answer {
        /** It may do this much. */
        record May(Set<String> permissions) implements Answer {}

        /** It may not come from there. */
        record FromElsewhere() implements Answer {}

        /** It may nothing any more. */
        record Over() implements Answer {}
    }

    /** @param asked what its token says that it may */
    Answer of(SignedInClient client, Collection<String> asked, String address) {
        var answer =
                CurrentTenant.actAs(
                        client.tenantId(),
                        () -> transaction.execute(open -> read(client.clientId(), asked, address)));
        return answer == null ? new Answer.Over() : answer;
    }

    private @Nullable Answer read(String clientId, Collection<String> asked, String address) {
        var now = clock.instant();
        var found =
                DataAccessUtils.singleResult(
                        jdbc.query(
                                """
                                select c.scopes, c.addresses, c.last_used_at, t.modules from access.api_client c
                                join tenancy.tenant t on t.id = c.zone and t.state = 'ACTIVE'
                                where c.client_id = ? and c.enabled and (c.expires_at is null or c.expires_at > ?)\
                                """,
                                (row, number) -> found(row),
                                clientId,
                                Timestamp.from(now)));
        if (found == null) {
            return null;
        }
        if (!mayComeFrom(found.addresses(), address)) {
            return new Answer.FromElsewhere();
        }
        if (found.usedAt() == null || found.usedAt().plus(TOLD_AGAIN_AFTER).isBefore(now)) {
            jdbc.update(
                    "update access.api_client set last_used_at = ?, last_used_from = ? where client_id = ?",
                    Timestamp.from(now),
                    address,
                    clientId);
        }
        var may = new TreeSet<>(asked);
        may.retainAll(permissions.ofClient(found.scopes()));
        may.removeIf(permission -> !Permissions.isSwitchedOn(permission, found.modules()));
        return new Answer.May(may);
    }

    /** @param networks as they were checked when they were given; empty: any */
    static boolean mayComeFrom(Collection<String> networks, String address) {
        if (networks.isEmpty()) {
            return true;
        }
        try {
            var from = AddressRange.literal(address);
            return networks.stream().anyMatch(network -> AddressRange.of(network).contains(from));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        var used = row.getTimestamp("last_used_at");
        var addresses = Standing.strings(row.getArray("addresses"));
        return new Found(
                Standing.strings(row.getArray("scopes")),
                addresses == null ? List.of() : addresses,
                used == null ? null : used.toInstant(),
                Standing.strings(row.getArray("modules")));
    }

    private record Found(
            @Nullable List<String> scopes,
            List<String> addresses,
            @Nullable Instant usedAt,
            @Nullable List<String> modules) {}
}
