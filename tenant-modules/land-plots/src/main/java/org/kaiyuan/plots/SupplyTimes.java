package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those who supply land before an instalment, a start, a completion, a production or the end of a first lease
 * is due, unless it is done. Each exactly once: what was told is written down in the transaction that tells
 * it, under a key that lets no second node in. What is due on another day then is reminded of again.
 */
@Component
class SupplyTimes implements ZoneChore {
    private static final int AT_ONCE = 100;
    private static final int MOST_ROUNDS = 50;

    /** Of several lead times that have passed only the shortest is told: who hears late hears once. */
    private static final String DUE =
            """
            with dates as (
                select c.tenant_id, c.id as contract_id, c.plot_id, d.kind, d.subject_id, d.due_on
                from plots.supply_contract c
                left join plots.construction k on k.tenant_id = c.tenant_id and k.contract_id = c.id
                cross join lateral (
                    select 'START' as kind, c.id as subject_id, c.start_on as due_on where k.started_on is null
                    union all select 'FINISH', c.id, c.finish_on where k.finished_on is null
                    union all select 'PRODUCTION', c.id, c.production_on where k.produced_on is null
                    union all select 'LEASE_END', c.id, (c.signed_on + make_interval(years => c.lease_years))::date - 1
                        where c.phase = 'LEASE' and c.lease_years is not null
                    union all select 'PAYMENT', p.id, p.due_on from plots.payment p
                        where p.tenant_id = c.tenant_id and p.contract_id = c.id and p.removed_at is null
                          and p.amount_yuan > (select coalesce(sum(r.amount_yuan), 0) from plots.receipt r
                              where r.tenant_id = p.tenant_id and r.payment_id = p.id)) d
                where c.ended_on is null and d.due_on >= ?),
            due as (
                select distinct on (d.contract_id, d.kind, d.subject_id) d.*, b.days
                from dates d join unnest(?::int[]) as b (days) on d.due_on - b.days <= ?
                order by d.contract_id, d.kind, d.subject_id, b.days)
            insert into plots.supply_reminder (tenant_id, contract_id, kind, subject_id, due_on, days_before, at)
            select d.tenant_id, d.contract_id, d.kind, d.subject_id, d.due_on, d.days, ? from due d
            where not exists (
                select from plots.supply_reminder r where r.tenant_id = d.tenant_id and r.contract_id = d.contract_id
                  and r.kind = d.kind and r.subject_id = d.subject_id and r.due_on = d.due_on and r.days_before <= d.days)
            order by d.due_on, d.contract_id, d.kind, d.subject_id limit %d
            on conflict do nothing
            returning kind, due_on, contract_id\
            """
                    .formatted(AT_ONCE);

    private final SupplyRulesKeeping rules;
    private final ZonePeople people;
    private final Notices notices;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SupplyTimes(
            SupplyRulesKeeping rules,
            ZonePeople people,
            Notices notices,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.people = people;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Reminder(SupplyDueKind kind, LocalDate dueOn, UUID contract) {}

    private record Told(UUID plot, String name, SupplyDueKind kind, LocalDate dueOn) {}

    @Override
    public void run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var told = transaction.execute(t -> remind());
            if (told == null || told < AT_ONCE) {
                return;
            }
        }
    }

    private int remind() {
        var who = people.whoMay(PlotPermissions.SUPPLY);
        if (who.isEmpty()) {
            return 0; // nobody would hear of it: it is told when somebody is there
        }
        var today = LocalDate.now(clock);
        var due =
                jdbc.query(
                        DUE,
                        (row, number) ->
                                new Reminder(
                                        SupplyDueKind.valueOf(row.getString(1)),
                                        row.getObject(2, LocalDate.class),
                                        row.getObject(3, UUID.class)),
                        today,
                        rules.current().remindDays().stream()
                                .map(String::valueOf)
                                .toArray(String[]::new),
                        today,
                        Timestamp.from(clock.instant()));
        for (var one : named(due)) {
            for (var somebody : who) { // a handful
                notices.tell(
                        somebody.username(),
                        "plots.notice.due." + one.kind(),
                        List.of(one.name(), one.dueOn().toString()),
                        "/plots/" + one.plot());
            }
        }
        return due.size();
    }

    private List<Told> named(List<Reminder> due) {
        return due.isEmpty()
                ? List.of()
                : jdbc.query(
                        """
                        select p.id, p.name, d.kind, d.due_on
                        from unnest(?::uuid[], ?::text[], ?::date[]) as d (contract_id, kind, due_on)
                        join plots.supply_contract c on c.tenant_id = ? and c.id = d.contract_id
                        join plots.plot p on p.tenant_id = c.tenant_id and p.id = c.plot_id
                        order by d.due_on, p.id, d.kind\
                        """,
                        (row, number) ->
                                new Told(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        SupplyDueKind.valueOf(row.getString(3)),
                                        row.getObject(4, LocalDate.class)),
                        due.stream().map(Reminder::contract).toArray(UUID[]::new),
                        due.stream().map(one -> one.kind().name()).toArray(String[]::new),
                        due.stream().map(one -> one.dueOn().toString()).toArray(String[]::new),
                        CurrentTenant.get().value());
    }
}
