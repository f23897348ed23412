package org.kaiyuan.platform.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a signed-in person may do right now. It is read anew for every request, so that nobody keeps what
 * they have lost: a role, a membership, an entrustment, a session that was ended elsewhere.
 *
 * @see <a href="../../../../../../../../docs/decisions/0018-standing-at-every-request.md">decision 0018</a>
 */
@Component
class Standing {
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Permissions permissions;
    private final SignInRules rules;
    private final Strength strength;
    private final Clock clock;

    Standing(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Permissions permissions,
            SignInRules rules,
            Strength strength,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.strength = strength;
        this.transaction = new TransactionTemplate(transactions);
        // its own: it speaks for the zone of the session, whatever whoever asks is in
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Where a session stands: in which zone, by way of whom, through whose eyes. */
    record Place(@Nullable TenantId zone, @Nullable TenantId cameFrom, @Nullable UUID viewsAs) {
        static final Place NOWHERE = new Place(null, null, null);
    }

    /**
     * What somebody is at this request.
     *
     * @param idle how long their session lasts without use
     */
    record Now(SignedIn person, Duration idle) {}

    /**
     * Empty when the session has ended or its person may no longer act where it stands.
     *
     * @param used false for what a page sends by itself while nobody does anything
     */
    Optional<Now> of(SignedIn.Session session, boolean used) {
        return Optional.ofNullable(
                transaction.execute(open -> {
                    iAm(session.owner());
                    var found = open(session);
                    return found == null ? null : of(session, found, used);
                }));
    }

    private @Nullable Now of(SignedIn.Session session, Open open, boolean used) {
        var someone = read(session, open.place());
        var rule = open.place().zone() == null ? SignInRules.Rule.DEFAULT : rules.read();
        var now = clock.instant();
        if (someone.isEmpty()
                || open.seenAt().plus(Duration.ofMinutes(rule.idleMinutes())).isBefore(now)) {
            return null;
        }
        if (used && open.seenAt().plus(SEEN_AGAIN_AFTER).isBefore(now)) {
            jdbc.update(
                    "update access.session set seen_at = ? where id = ?",
                    Timestamp.from(now),
                    session.id());
        }
        var stage = strength.owed(session, someone.get(), rule, open.proven(), now);
        return new Now(
                stage == SignedIn.Stage.READY ? someone.get() : someone.get().owing(stage),
                Duration.ofMinutes(rule.idleMinutes()));
    }

    /** Of somebody who may come in, at the place; before the session is begun, so they still owe what they owe. */
    Optional<SignedIn> at(SignedIn.Session session, Place place) {
        return Optional.ofNullable(
                transaction.execute(open -> {
                    iAm(session.owner());
                    return read(session, place)
                            .map(someone -> owing(session, someone, place))
                            .orElse(null);
                }));
    }

    private SignedIn owing(SignedIn.Session session, SignedIn someone, Place place) {
        var rule = place.zone() == null ? SignInRules.Rule.DEFAULT : rules.read();
        var stage = strength.owed(session, someone, rule, proven(session), clock.instant());
        return stage == SignedIn.Stage.READY ? someone : someone.owing(stage);
    }

    private boolean proven(SignedIn.Session session) {
        var open = open(session);
        return open == null ? session.began().strong() : open.proven();
    }

    private void iAm(AccountId account) {
        jdbc.execute("SET LOCAL app.account_id = '" + account.value() + "'");
    }

    private @Nullable Open open(SignedIn.Session session) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        """
                        select zone, came_from, views_as, seen_at, second_factor_at is not null as proven
                        from access.session
                        where id = ? and ended_at is null and vouched_by is not distinct from ?\
                        """,
                        (row, number) ->
                                new Open(
                                        new Place(
                                                tenant(row, "zone"),
                                                tenant(row, "came_from"),
                                                row.getObject("views_as", UUID.class)),
                                        row.getTimestamp("seen_at").toInstant(),
                                        row.getBoolean("proven")),
                        session.id(),
                        session.vouchedBy() == null ? null : session.vouchedBy().value()));
    }

    private Optional<SignedIn> read(SignedIn.Session session, Place place) {
        if (place.zone() != null) {
            jdbc.execute("SET LOCAL app.tenant_id = '" + place.zone().value() + "'");
        }
        var owner = account(session.owner());
        if (owner == null) {
            return Optional.empty();
        }
        if (place.zone() == null) {
            return Optional.of(nowhere(session, owner));
        }
        if (!isIn(session, place.zone(), place.cameFrom())) {
            return Optional.empty();
        }
        if (place.viewsAs() != null) {
            return watching(session, owner, place.zone(), new AccountId(place.viewsAs()));
        }
        return place.cameFrom() == null
                ? member(session, owner, place.zone())
                : entrusted(session, owner, place.zone(), place.cameFrom());
    }

    /** Whom a zone's provider vouches for acts there, or where that zone was entrusted with something. */
    static boolean isIn(SignedIn.Session session, TenantId zone, @Nullable TenantId cameFrom) {
        return session.vouchedBy() == null
                || session.vouchedBy().equals(cameFrom == null ? zone : cameFrom);
    }

    /** An operator, or somebody whose last membership has ended: nothing of any zone. */
    private SignedIn nowhere(SignedIn.Session session, Account account) {
        var scopes = new TreeMap<String, DataScope>();
        if (account.operator()) {
            Permissions.add(scopes, permissions.of(Role.OPERATOR), DataScope.ZONE);
        }
        return new SignedIn(
                session.owner(),
                account.username(),
                account.displayName(),
                null,
                null,
                account.operator(),
                account.operator() ? Set.of(Role.OPERATOR.name()) : Set.of(),
                scopes,
                null,
                session,
                null,
                SignedIn.Stage.READY);
    }

    private Optional<SignedIn> member(SignedIn.Session session, Account account, TenantId zone) {
        return membership(zone, account.id(), session.vouchedBy() == null)
                .map(membership ->
                        new SignedIn(
                                account.id(),
                                account.username(),
                                account.displayName(),
                                zone,
                                null,
                                account.operator(),
                                membership.roles(),
                                membership.scopes(),
                                membership.team(),
                                session,
                                null,
                                SignedIn.Stage.READY));
    }

    /** Through the eyes of somebody of the zone, by an administrator who still is one: reading only. */
    private Optional<SignedIn> watching(
            SignedIn.Session session, Account owner, TenantId zone, AccountId seen) {
        var mayWatch =
                membership(zone, owner.id(), session.vouchedBy() == null)
                        .filter(m -> m.scopes().containsKey(AccessPermissions.VIEW_AS));
        var other = account(seen);
        if (mayWatch.isEmpty() || other == null) {
            return Optional.empty();
        }
        return membership(zone, seen, true)
                .map(membership -> {
                    var scopes = new TreeMap<>(membership.scopes());
                    scopes.keySet().removeIf(permission -> !permission.endsWith(":read"));
                    return new SignedIn(
                            seen,
                            other.username(),
                            owner.displayName() + " → " + other.displayName(),
                            zone,
                            null,
                            false,
                            membership.roles(),
                            scopes,
                            membership.team(),
                            session,
                            owner.username(),
                            SignedIn.Stage.READY);
                });
    }

    /** Exactly what the zone has entrusted to the tenant whose active staff the person is, while it lasts. */
    private Optional<SignedIn> entrusted(
            SignedIn.Session session, Account account, TenantId zone, TenantId cameFrom) {
        var today = LocalDate.now(clock);
        var scopes = new TreeMap<String, DataScope>();
        var given =
                jdbc.query(
                        """
                        select r.permissions, z.modules, c.name
                        from access.relation r
                        join tenancy.tenant z on z.id = r.tenant_id and z.state = 'ACTIVE'
                        join tenancy.tenant c on c.id = r.partner_id and c.state = 'ACTIVE'
                        where r.tenant_id = ? and r.partner_id = ? and r.kind = 'ENTRUSTS' and r.ended_at is null
                          and r.starts_on <= ? and (r.ends_on is null or r.ends_on >= ?)
                          and exists (select from access.membership m
                                      where m.tenant_id = r.partner_id and m.account_id = ? and m.state = 'ACTIVE'
                                        and m.kind = 'STAFF')\
                        """,
                        (row, number) -> {
                            var modules = strings(row.getArray("modules"));
                            for (var permission : nonNull(strings(row.getArray("permissions")))) {
                                if (permissions.ofZones().contains(permission)
                                        && Permissions.isSwitchedOn(permission, modules)) {
                                    scopes.put(permission, DataScope.ZONE);
                                }
                            }
                            return row.getString("name");
                        },
                        zone.value(),
                        cameFrom.value(),
                        today,
                        today,
                        account.id().value());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SignedIn(
                        account.id(),
                        account.username(),
                        account.displayName() + "（" + given.getFirst() + "）",
                        zone,
                        cameFrom,
                        false,
                        Set.of(),
                        scopes,
                        null,
                        session,
                        null,
                        SignedIn.Stage.READY));
    }

    /** @param administratorsToo false for who was vouched for: an administrator shows who they are to us */
    private Optional<Membership> membership(
            TenantId zone, AccountId account, boolean administratorsToo) {
        var scopes = new TreeMap<String, DataScope>();
        var roles = new TreeSet<String>();
        var teams =
                jdbc.query(
                        """
                        select m.team, z.modules, z.kind, r.role, o.permissions, o.scope
                        from access.membership m
                        join tenancy.tenant z on z.id = m.tenant_id and z.state = 'ACTIVE'
                        left join access.membership_role r on r.tenant_id = m.tenant_id and r.account_id = m.account_id
                        left join access.role o on o.tenant_id = r.tenant_id and o.id::text = r.role
                        where m.tenant_id = ? and m.account_id = ? and m.state = 'ACTIVE'\
                        """,
                        (row, number) -> {
                            if (administratorsToo || !isAdministrators(row.getString("role"))) {
                                add(scopes, roles, row);
                            }
                            return Optional.ofNullable(row.getString("team"));
                        },
                        zone.value(),
                        account.value());
        return teams.isEmpty()
                ? Optional.empty()
                : Optional.of(new Membership(roles, scopes, teams.getFirst().orElse(null)));
    }

    private static boolean isAdministrators(@Nullable String role) {
        return Role.ADMINISTRATORS.stream().anyMatch(a -> a.name().equals(role));
    }

    private void add(TreeMap<String, DataScope> scopes, Set<String> roles, ResultSet row)
            throws SQLException {
        var id = row.getString("role");
        if (id == null) {
            return;
        }
        var readyMade = permissions.readyMade(id);
        var scope =
                readyMade != null
                        ? readyMade.scope()
                        : row.getString("scope") == null
                                ? DataScope.OWN
                                : DataScope.valueOf(row.getString("scope"));
        var may =
                readyMade != null
                        ? readyMade.permissions()
                        : nonNull(strings(row.getArray("permissions")));
        var modules = strings(row.getArray("modules"));
        boolean supervises = TenantKind.SUPERVISOR.name().equals(row.getString("kind"));
        roles.add(id);
        Permissions.add(
                scopes,
                may.stream()
                        .filter(p -> readyMade != null || permissions.ofZones().contains(p))
                        .filter(p -> Permissions.isSwitchedOn(p, modules))
                        .filter(p -> supervises || !p.equals(AccessPermissions.SUPERVISE))
                        .toList(),
                scope);
    }

    private @Nullable Account account(AccountId id) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        "select username, display_name, operator from access.account where id = ? and enabled",
                        (row, number) ->
                                new Account(
                                        id, row.getString(1), row.getString(2), row.getBoolean(3)),
                        id.value()));
    }

    private static @Nullable TenantId tenant(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : new TenantId(value);
    }

    static @Nullable List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }

    private static List<String> nonNull(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private record Open(Place place, Instant seenAt, boolean proven) {}

    private record Account(AccountId id, String username, String displayName, boolean operator) {}

    private record Membership(
            Set<String> roles, TreeMap<String, DataScope> scopes, @Nullable String team) {}
}
