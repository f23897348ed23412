package org.kaiyuan.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kaiyuan.platform.access.portal.EnterprisePeople;
import org.kaiyuan.platform.access.portal.Park;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the people of enterprises apart from the people of the park: their memberships are of another kind,
 * and the database refuses a membership with roles of both.
 *
 * @see <a href="../../../../../../../../docs/decisions/0023-enterprises-in-the-portal.md">decision 0023</a>
 */
@Service
@Transactional
class EnterprisePeopleKeeping implements EnterprisePeople {
    private static final int MOST_PARKS = 50;
    private static final String PARKS =
            """
            select id, code, name, city from tenancy.tenant
            where state = 'ACTIVE' and (modules is null or 'portal' = any (modules)) and
            """;

    private final JdbcTemplate jdbc;
    private final AccountRegistration accounts;
    private final Permissions permissions;
    private final FailedSignIns failures;
    private final Clock clock;

    EnterprisePeopleKeeping(
            JdbcTemplate jdbc,
            AccountRegistration accounts,
            Permissions permissions,
            FailedSignIns failures,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.permissions = permissions;
        this.failures = failures;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Park> parks(String typed, int limit) {
        var part = typed.strip();
        return jdbc.query(
                PARKS
                        + "(position(? in name) > 0 or position(? in coalesce(city, '')) > 0) order by name limit ?",
                EnterprisePeopleKeeping::park,
                part,
                part,
                Math.clamp(limit, 1, MOST_PARKS));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Park> park(String code) {
        return jdbc.query(PARKS + "code = ?", EnterprisePeopleKeeping::park, code.strip()).stream()
                .findFirst();
    }

    @Override
    public void countAttempt(String address) {
        try {
            failures.oneMoreRegistrationFrom(address);
        } catch (LockedException wait) {
            throw new TooManyRegistrations();
        }
    }

    @Override
    public AccountId open(String username, String password, String displayName) {
        accounts.refuseTaken(username);
        return accounts.registered(username, password, displayName, false, false);
    }

    @Override
    public void admit(AccountId account) {
        accounts.joined(CurrentTenant.get(), account, Role.ENTERPRISE);
        jdbc.update(
                """
                update access.membership set state = 'ACTIVE', ended_at = null, version = version + 1
                where account_id = ? and kind = 'ENTERPRISE' and state <> 'ACTIVE'\
                """,
                account.value());
    }

    @Override
    @Transactional(readOnly = true)
    public void refuseStaff(AccountId account) {
        var works =
                jdbc.queryForObject(
                        """
                        select exists (select from access.membership where account_id = ? and kind = 'STAFF')\
                        """,
                        Boolean.class,
                        account.value());
        if (Boolean.TRUE.equals(works)) {
            throw new AccountRefused("access.refusal.bothSides");
        }
    }

    @Override
    public void dismiss(Collection<AccountId> gone) {
        jdbc.update(
                """
                update access.membership set state = 'DEACTIVATED', ended_at = ?, version = version + 1
                where account_id = any (?) and kind = 'ENTERPRISE' and state = 'ACTIVE'\
                """,
                Timestamp.from(clock.instant()),
                gone.stream().map(AccountId::value).toArray(UUID[]::new));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> staffWhoMay(String permission, int most) {
        var readyMade =
                permissions.readyMade().stream()
                        .filter(role -> role.permissions().contains(permission))
                        .map(RoleRow::id)
                        .toArray(String[]::new);
        return jdbc.query(
                """
                select distinct a.username
                from access.membership m
                join access.account a on a.id = m.account_id and a.enabled
                join access.membership_role r on r.tenant_id = m.tenant_id and r.account_id = m.account_id
                left join access.role o on o.tenant_id = r.tenant_id and o.id::text = r.role
                where m.state = 'ACTIVE' and m.kind = 'STAFF' and (r.role = any (?) or ? = any (o.permissions))
                order by a.username limit ?\
                """,
                (row, number) -> row.getString(1),
                readyMade,
                permission,
                most);
    }

    private static Park park(ResultSet row, int number) throws SQLException {
        return new Park(
                new TenantId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"));
    }
}
