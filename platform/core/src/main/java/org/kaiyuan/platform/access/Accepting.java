package org.kaiyuan.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Coming into a zone by an invitation: with a new account, or with the one that somebody has already. */
@Service
public class Accepting {
    private final JdbcTemplate jdbc;
    private final AccountRegistration accounts;
    private final CurrentPerson current;
    private final PeopleCare people;
    private final Quotas quotas;
    private final ChangeHistory history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accepting(
            JdbcTemplate jdbc,
            AccountRegistration accounts,
            CurrentPerson current,
            PeopleCare people,
            Quotas quotas,
            ChangeHistory history,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.current = current;
        this.people = people;
        this.quotas = quotas;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What a guest is told before they accept. */
    public record Guest(String zoneName, String displayName, String invitedBy) {}

    /** Empty when nobody was invited by this code, or it was used, taken back or is over. */
    public Optional<Guest> guest(String code) {
        return invitation(code).map(i -> new Guest(i.zoneName(), i.displayName(), i.invitedBy()));
    }

    /**
     * Makes an account and lets it in; both, or neither.
     *
     * @throws AccountRefused when the invitation is no good, the user name is taken, or name or password are
     *     not as they must be
     */
    public AccountId acceptAsNew(
            String code, String username, String password, String displayName) {
        return accept(
                code,
                () -> {
                    accounts.refuseTaken(username);
                    return accounts.registered(username, password, displayName, false, false);
                });
    }

    /**
     * Lets the signed-in person in with the account that they have.
     *
     * @throws AccountRefused when the invitation is no good, or another zone's provider vouches for them
     */
    public AccountId accept(String code) {
        var session = current.inStage(SignedIn.Stage.READY).session();
        if (session.vouchedBy() != null) {
            throw new AccountRefused("access.refusal.sso.invitation");
        }
        var me = session.owner();
        return accept(code, () -> me);
    }

    private AccountId accept(String code, Supplier<AccountId> account) {
        var invitation =
                invitation(code).orElseThrow(() -> new AccountRefused("access.refusal.invitation"));
        return SystemActing.inTenant(
                invitation.zone(),
                () ->
                        java.util.Objects.requireNonNull(
                                transaction.execute(open -> join(invitation, account.get()))));
    }

    private AccountId join(Invitation invitation, AccountId account) {
        int mine =
                jdbc.update(
                        """
                        update access.invitation set accepted_at = ?, accepted_by = (select username from access.account where id = ?)
                        where code_hash = ? and accepted_at is null and revoked_at is null and expires_at > ?\
                        """,
                        Timestamp.from(clock.instant()),
                        account.value(),
                        invitation.hash(),
                        Timestamp.from(clock.instant()));
        if (mine == 0) {
            throw new AccountRefused("access.refusal.invitation"); // somebody was quicker
        }
        int joined =
                jdbc.update(
                        """
                        insert into access.membership (tenant_id, account_id, team) values (?, ?, ?)
                        on conflict (tenant_id, account_id) do nothing\
                        """,
                        invitation.zone().value(),
                        account.value(),
                        invitation.team());
        if (joined == 0) {
            throw new AccountRefused("access.refusal.memberAlready", invitation.zoneName());
        }
        quotas.refuseUsersBeyond(0);
        people.insert(account, invitation.roles());
        history.record(
                PeopleCare.SUBJECT,
                account.value(),
                "joined",
                java.util.List.of(
                        new FieldChange("roles", null, String.join(" ", invitation.roles())),
                        new FieldChange("invitedBy", null, invitation.invitedBy())));
        return account;
    }

    private Optional<Invitation> invitation(String code) {
        var hash = Invitations.hash(code.strip());
        return Optional.ofNullable(
                transaction.execute(open -> {
                    jdbc.execute("SET LOCAL app.invitation = '" + hash + "'");
                    return read(hash);
                }));
    }

    private @Nullable Invitation read(String hash) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        """
                        select i.zone, i.zone_name, i.display_name, i.invited_by, i.roles, i.team
                        from access.invitation i
                        join tenancy.tenant t on t.id = i.zone and t.state in ('ACTIVE', 'SETTING_UP')
                        where i.code_hash = ? and i.accepted_at is null and i.revoked_at is null and i.expires_at > ?\
                        """,
                        (row, number) ->
                                new Invitation(
                                        hash,
                                        new TenantId(row.getLong("zone")),
                                        row.getString("zone_name"),
                                        row.getString("display_name"),
                                        row.getString("invited_by"),
                                        new TreeSet<>(
                                                Set.of(
                                                        (String[])
                                                                row.getArray("roles").getArray())),
                                        row.getString("team")),
                        hash,
                        Timestamp.from(clock.instant())));
    }

    private record Invitation(
            String hash,
            TenantId zone,
            String zoneName,
            String displayName,
            String invitedBy,
            Set<String> roles,
            @Nullable String team) {}
}
