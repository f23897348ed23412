package org.kaiyuan.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantState;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The zones that the signed-in person may act in, one at a time. */
@Service
public class MyMemberships {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final CurrentPerson person;
    private final Standing standing;
    private final SessionRegister sessions;
    private final Clock clock;

    MyMemberships(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            CurrentPerson person,
            Standing standing,
            SessionRegister sessions,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.person = person;
        this.standing = standing;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A zone that one may act in.
     *
     * @param cameFrom the tenant to which the zone has entrusted something; null for a zone of one's own
     * @param cameFromName null as {@code cameFrom}
     */
    public record Choice(
            TenantId zone,
            String name,
            @Nullable TenantId cameFrom,
            @Nullable String cameFromName,
            boolean current) {}

    /** Own zones first, then those that were entrusted to them, by name. */
    public List<Choice> all() {
        return person.signedIn()
                .filter(me -> me.stage() == SignedIn.Stage.READY)
                .map(this::of)
                .orElse(List.of());
    }

    /**
     * From the next request on the person acts there. Whoever calls closes what is still open of the zone
     * before: a form of one zone must not be saved in another.
     *
     * @throws AccountRefused when they may not act there
     */
    public void moveTo(TenantId zone, @Nullable TenantId cameFrom) {
        var me = person.inStage(SignedIn.Stage.READY);
        var place = new Standing.Place(zone, cameFrom, null);
        if (standing.at(me.session(), place).isEmpty()) {
            throw new AccountRefused("access.refusal.notYourZone");
        }
        sessions.move(me.session(), place);
    }

    private List<Choice> of(SignedIn me) {
        return of(me.session().owner(), me.tenantId(), me.cameFrom()).stream()
                .filter(choice -> Standing.isIn(me.session(), choice.zone(), choice.cameFrom()))
                .toList();
    }

    /** The place where somebody who has just signed in begins: the first zone of their own, else the first entrusted one. */
    Standing.Place first(AccountId account) {
        var choices = of(account, null, null);
        return choices.isEmpty()
                ? Standing.Place.NOWHERE
                : new Standing.Place(
                        choices.getFirst().zone(), choices.getFirst().cameFrom(), null);
    }

    private List<Choice> of(
            AccountId account, @Nullable TenantId current, @Nullable TenantId currentFrom) {
        var choices =
                transaction.execute(open -> {
                    jdbc.execute("SET LOCAL app.account_id = '" + account.value() + "'");
                    var own = own(account, current, currentFrom);
                    var all = new ArrayList<>(own);
                    var worksFor = worksFor(account);
                    if (!worksFor.isEmpty()) {
                        all.addAll(received(worksFor, current, currentFrom));
                    }
                    return all;
                });
        return choices == null ? List.of() : choices;
    }

    /** Why somebody who has no zone to act in, and is no operator, has none: the first of theirs that stands still. */
    Optional<ZoneStandsStill.Why> still(AccountId account) {
        return Optional.ofNullable(
                transaction.execute(open -> {
                    jdbc.execute("SET LOCAL app.account_id = '" + account.value() + "'");
                    return DataAccessUtils.singleResult(
                            jdbc.query(
                                    """
                                    select t.name, t.state, t.state_reason
                                    from access.membership m join tenancy.tenant t on t.id = m.tenant_id
                                    where m.account_id = ? and m.state = 'ACTIVE' and t.state in ('SUSPENDED', 'CLOSING')
                                      and not exists (select from access.account a where a.id = m.account_id and a.operator)
                                    order by m.joined_at, t.id limit 1\
                                    """,
                                    (row, number) ->
                                            new ZoneStandsStill.Why(
                                                    row.getString(1),
                                                    TenantState.valueOf(row.getString(2)),
                                                    row.getString(3)),
                                    account.value()));
                }));
    }

    private List<Choice> own(
            AccountId account, @Nullable TenantId current, @Nullable TenantId currentFrom) {
        return jdbc.query(
                """
                select t.id, t.name from access.membership m join tenancy.tenant t on t.id = m.tenant_id
                where m.account_id = ? and m.state = 'ACTIVE' and t.state = 'ACTIVE'
                order by m.joined_at, t.id limit 200\
                """,
                (row, number) -> {
                    var zone = new TenantId(row.getLong(1));
                    return new Choice(
                            zone,
                            row.getString(2),
                            null,
                            null,
                            zone.equals(current) && currentFrom == null);
                },
                account.value());
    }

    /** Whose staff they are: what was entrusted to a tenant is not for the people of its enterprises. */
    private List<Long> worksFor(AccountId account) {
        return jdbc.query(
                """
                select tenant_id from access.membership
                where account_id = ? and state = 'ACTIVE' and kind = 'STAFF' limit 200\
                """,
                (row, number) -> row.getLong(1),
                account.value());
    }

    private List<Choice> received(
            List<Long> worksFor, @Nullable TenantId current, @Nullable TenantId currentFrom) {
        jdbc.execute(
                worksFor.stream()
                        .map(zone -> Long.toString(zone))
                        .collect(Collectors.joining(",", "SET LOCAL app.member_of = '", "'")));
        var today = LocalDate.now(clock);
        return jdbc
                .query(
                        """
                        select r.giver_id, g.name, r.tenant_id, c.name
                        from access.received_relation r
                        join tenancy.tenant g on g.id = r.giver_id and g.state = 'ACTIVE'
                        join tenancy.tenant c on c.id = r.tenant_id
                        where r.kind = 'ENTRUSTS' and r.ended_at is null and r.starts_on <= ?
                          and (r.ends_on is null or r.ends_on >= ?)
                        order by r.id limit 200\
                        """,
                        (row, number) -> {
                            var zone = new TenantId(row.getLong(1));
                            var from = new TenantId(row.getLong(3));
                            return new Choice(
                                    zone,
                                    row.getString(2),
                                    from,
                                    row.getString(4),
                                    zone.equals(current) && from.equals(currentFrom));
                        },
                        today,
                        today)
                .stream()
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }
}
