package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.notices.Notices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those who may keep leases of leases that end and of rent that is due or overdue. Each exactly once: what is
 * told is written down in the transaction that tells it, and again only for another day.
 */
@Component
class LeaseTimes implements ZoneChore {
    /** Days before the last one of a lease that is not renewed. */
    static final int BEFORE_END = 60;

    /** Days before rent is due. */
    static final int BEFORE_DUE = 7;

    private static final String DUE =
            """
            select i.tenant_id, i.lease_id, i.due_on as of_day from plots.rent_instalment i
            where i.paid_yuan < i.amount_yuan and i.due_on >= ? and i.due_on < ?\
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ZonePeople people;
    private final Notices notices;
    private final Clock clock;

    LeaseTimes(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ZonePeople people,
            Notices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void run() {
        var today = LocalDate.now(clock);
        remind(
                "ENDING",
                "leaseEnding",
                """
                select l.tenant_id, l.id as lease_id, l.last_day as of_day from plots.lease l
                where l.last_day >= ? and l.last_day < ? and l.ended_on is null
                  and not exists (select from plots.lease n where n.tenant_id = l.tenant_id and n.renews = l.id)\
                """,
                today,
                today.plusDays(BEFORE_END + 1));
        remind("DUE", "rentDue", DUE, today, today.plusDays(BEFORE_DUE + 1));
        remind("OVERDUE", "rentOverdue", DUE, today.minusYears(20), today);
    }

    private void remind(
            String kind, String notice, String which, LocalDate from, LocalDate before) {
        transaction.executeWithoutResult(t -> {
            var told = people.whoMay(PlotPermissions.LEASES);
            if (told.isEmpty()) {
                return; // nobody could read it: as soon as somebody can, it is told
            }
            var leases = mark(kind, which, from, before);
            if (leases.isEmpty()) {
                return;
            }
            var arguments = List.of(String.valueOf(leases.size()), leases.getFirst());
            for (var one : told) { // a handful, at most 100
                notices.tell(one.username(), "plots.notice." + notice, arguments, "/leases");
            }
        });
    }

    /** Writes down what nobody was told of yet, at most 2,000 at once; whose they are, the earliest first. */
    private List<String> mark(String kind, String which, LocalDate from, LocalDate before) {
        return jdbc.query(
                """
                with told as (
                    insert into plots.lease_told (tenant_id, lease_id, kind, of_day, at)
                    select d.tenant_id, d.lease_id, ?, d.of_day, ? from (%s) d
                    where not exists (select from plots.lease_told o where o.tenant_id = d.tenant_id
                                      and o.lease_id = d.lease_id and o.kind = ? and o.of_day = d.of_day)
                    order by d.of_day, d.lease_id limit 2000
                    on conflict do nothing returning tenant_id, lease_id, of_day)
                select l.tenant_name from told
                join plots.lease l on l.tenant_id = told.tenant_id and l.id = told.lease_id
                order by told.of_day, l.id\
                """
                        .formatted(which),
                (row, number) -> row.getString(1),
                kind,
                Timestamp.from(clock.instant()),
                from,
                before,
                kind);
    }
}
