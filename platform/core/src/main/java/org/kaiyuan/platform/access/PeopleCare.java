package org.kaiyuan.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.Quotas;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looking after the people of the current zone: their roles, their leaving and what they leave.
 *
 * <p>System, security and audit administrator are three people, nobody grants to themselves, and the last of
 * each cannot be taken away (GB/T 22239-2019, 等保 level 3).
 */
@Service
@Transactional
public class PeopleCare {
    static final String SUBJECT = "access.membership";

    private final JdbcTemplate jdbc;
    private final PeopleDirectory people;
    private final RoleKeeping roles;
    private final CurrentPerson current;
    private final ChangeHistory history;
    private final Quotas quotas;
    private final List<OwnedByPeople> owned;
    private final Clock clock;

    PeopleCare(
            JdbcTemplate jdbc,
            PeopleDirectory people,
            RoleKeeping roles,
            CurrentPerson current,
            ChangeHistory history,
            Quotas quotas,
            List<OwnedByPeople> owned,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.roles = roles;
        this.current = current;
        this.history = history;
        this.quotas = quotas;
        this.owned = owned;
        this.clock = clock;
    }

    /**
     * Decides which roles somebody holds. The security administrator's; while the zone has none, the system
     * administrator's, or it would never get one.
     *
     * @param version as it was read
     * @throws RoleRefused when it is oneself, two of the three administrators would be one person, the last
     *     administrator would go, or somebody changed it meanwhile
     */
    @PreAuthorize(
            "hasAnyRole('" + AccessPermissions.GRANT + "', '" + AccessPermissions.PEOPLE + "')")
    public void giveRoles(AccountId id, long version, Collection<String> wanted) {
        var person = lockedPerson(id, version);
        var now = new TreeSet<>(wanted);
        if (now.equals(person.roles())) {
            return;
        }
        refuseUnlessMineToGrant();
        refuseToMyself(person);
        check(now);
        var taken = person.roles().stream().filter(role -> !now.contains(role)).toList();
        if (person.active()) {
            refuseToTakeTheLast(id, taken);
        }
        jdbc.update("delete from access.membership_role where account_id = ?", id.value());
        insert(id, now);
        if (taken.contains(Role.ZONE_ADMIN.name())) {
            revokeInvitationsBy(person);
        }
        counted(id);
        history.record(
                SUBJECT,
                id.value(),
                "granted",
                List.of(new FieldChange("roles", spoken(person.roles()), spoken(now))));
    }

    /** @param team blank for none */
    @PreAuthorize("hasRole('" + AccessPermissions.PEOPLE + "')")
    public void putIntoTeam(AccountId id, long version, String team) {
        var person = lockedPerson(id, version);
        var stripped = team.isBlank() ? null : team.strip();
        jdbc.update(
                "update access.membership set team = ? where account_id = ?", stripped, id.value());
        counted(id);
        history.record(
                SUBJECT,
                id.value(),
                "revised",
                List.of(new FieldChange("team", person.team(), stripped)));
    }

    /**
     * Somebody leaves: from their next request on they are nobody here; what they own goes to the successor.
     *
     * @param successor may be null only when they own nothing
     * @return how many records changed hands
     * @throws RoleRefused when it is oneself, the last administrator, or there is no successor for what they own
     */
    @PreAuthorize("hasRole('" + AccessPermissions.PEOPLE + "')")
    public long deactivate(AccountId id, long version, @Nullable AccountId successor) {
        var person = lockedPerson(id, version);
        if (!person.active()) {
            return 0;
        }
        refuseToMyself(person);
        refuseToTakeTheLast(id, person.roles());
        long handed = handOver(person, successor);
        jdbc.update(
                "update access.membership set state = 'DEACTIVATED', ended_at = ? where account_id = ?",
                Timestamp.from(clock.instant()),
                id.value());
        revokeInvitationsBy(person);
        counted(id);
        history.record(
                SUBJECT,
                id.value(),
                "deactivated",
                List.of(new FieldChange("state", "ACTIVE", "DEACTIVATED")));
        return handed;
    }

    /** Somebody comes back, with the roles that they had. */
    @PreAuthorize("hasRole('" + AccessPermissions.PEOPLE + "')")
    public void reactivate(AccountId id, long version) {
        var person = lockedPerson(id, version);
        if (person.active()) {
            return;
        }
        refuseToMyself(person);
        jdbc.update(
                "update access.membership set state = 'ACTIVE', ended_at = null where account_id = ?",
                id.value());
        quotas.refuseUsersBeyond(0);
        counted(id);
        history.record(
                SUBJECT,
                id.value(),
                "reactivated",
                List.of(new FieldChange("state", "DEACTIVATED", "ACTIVE")));
    }

    /** How many records they own, of every module that has such. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + AccessPermissions.PEOPLE + "')")
    public long countOwnedBy(AccountId id) {
        var person = people.get(id);
        return owned.stream().mapToLong(module -> module.countOwnedBy(person.username())).sum();
    }

    /** Whether the current person decides about roles now. */
    @Transactional(readOnly = true)
    public boolean isMineToGrant() {
        return current.may(AccessPermissions.GRANT)
                || current.may(AccessPermissions.PEOPLE) && holders(Role.SECURITY_ADMIN) == 0;
    }

    /** Roles for somebody new, by who may invite: what {@link #giveRoles} would refuse is refused here. */
    void checkForNewcomer(Set<String> wanted) {
        check(wanted);
        if (!Set.of(Role.ZONE_STAFF.name()).containsAll(wanted)) {
            refuseUnlessMineToGrant();
        }
    }

    /** Nobody comes by the word of whoever may no longer give it. */
    private void revokeInvitationsBy(PersonRow person) {
        jdbc.update(
                """
                update access.invitation set revoked_at = ?
                where zone = ? and inviter = ? and accepted_at is null and revoked_at is null\
                """,
                Timestamp.from(clock.instant()),
                CurrentTenant.get().value(),
                person.username());
    }

    void insert(AccountId id, Collection<String> wanted) {
        long tenant = CurrentTenant.get().value();
        var actor = ChangeHistory.actor();
        jdbc.batchUpdate(
                "insert into access.membership_role (tenant_id, account_id, role, granted_by) values (?, ?, ?, ?)",
                wanted.stream()
                        .map(role -> new Object[] {tenant, id.value(), role, actor})
                        .toList());
    }

    private long handOver(PersonRow from, @Nullable AccountId successor) {
        if (successor == null) {
            long owns = owned.stream().mapToLong(m -> m.countOwnedBy(from.username())).sum();
            if (owns > 0) {
                throw new RoleRefused("access.refusal.person.successor", from.displayName(), owns);
            }
            return 0;
        }
        var to = people.find(successor).filter(PersonRow::active).orElseThrow(UnknownPerson::new);
        if (to.id().equals(from.id())) {
            throw new RoleRefused("access.refusal.person.ownSuccessor");
        }
        return owned.stream().mapToLong(m -> m.handOver(from.username(), to.username())).sum();
    }

    private void check(Set<String> wanted) {
        var known = roles.offered().stream().map(RoleRow::id).collect(Collectors.toSet());
        for (var role : wanted) {
            if (!known.contains(role)) {
                throw new UnknownRole(role);
            }
        }
        if (Role.ADMINISTRATORS.stream().map(Role::name).filter(wanted::contains).count() > 1) {
            throw new RoleRefused("access.refusal.role.three");
        }
    }

    private void refuseUnlessMineToGrant() {
        if (!isMineToGrant()) {
            throw new RoleRefused("access.refusal.role.notYours");
        }
    }

    private void refuseToMyself(PersonRow person) {
        if (person.username().equals(current.username())) {
            throw new RoleRefused("access.refusal.toYourself");
        }
    }

    private void refuseToTakeTheLast(AccountId id, Collection<String> taken) {
        for (var role : Role.ADMINISTRATORS) {
            if (taken.contains(role.name()) && holders(role) <= 1) {
                throw new RoleRefused("access.refusal.person.last", role);
            }
        }
    }

    private long holders(Role role) {
        var count =
                jdbc.queryForObject(
                        """
                        select count(*) from access.membership_role r
                        join access.membership m on m.tenant_id = r.tenant_id and m.account_id = r.account_id
                        where r.role = ? and m.state = 'ACTIVE'\
                        """,
                        Long.class,
                        role.name());
        return count == null ? 0 : count;
    }

    /** Two who change the zone's people at once go one after the other: else each could take the other's last administrator. */
    private PersonRow lockedPerson(AccountId id, long version) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('access.people', ?))",
                row -> {},
                CurrentTenant.get().value());
        var person = people.find(id).orElseThrow(UnknownPerson::new);
        if (person.version() != version) {
            throw new RoleRefused("access.refusal.person.changed", person.displayName());
        }
        return person;
    }

    private void counted(AccountId id) {
        jdbc.update(
                "update access.membership set version = version + 1 where account_id = ?",
                id.value());
    }

    private static String spoken(Collection<String> roles) {
        return String.join(" ", new TreeSet<>(roles));
    }
}
