package org.kaiyuan.plots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.notices.Notices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for idle ground every hour, so that a proposal is there on the very day. Two nodes at once take turns; each
 * proposal is told once to those who supply land.
 */
@Component
class IdleTimes implements ZoneChore {
    private static final int MOST_PAGES = 500;

    private final IdleKeeping keeping;
    private final ZonePeople people;
    private final Notices notices;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IdleTimes(
            IdleKeeping keeping,
            ZonePeople people,
            Notices notices,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.keeping = keeping;
        this.people = people;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run() {
        var today = LocalDate.now(clock);
        @Nullable UUID after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = after;
            after = transaction.execute(t -> page(from, today));
            if (after == null) {
                break;
            }
        }
        transaction.executeWithoutResult(t -> {
            takeTurns();
            keeping.withdrawOfOthers();
        });
    }

    private @Nullable UUID page(@Nullable UUID after, LocalDate today) {
        takeTurns();
        var page = keeping.propose(after, today);
        if (!page.proposed().isEmpty()) {
            var first =
                    jdbc.queryForObject(
                            "select name from plots.plot where id = ?",
                            String.class,
                            page.proposed().getFirst());
            for (var one : people.whoMay(PlotPermissions.SUPPLY)) { // a handful
                notices.tell(
                        one.username(),
                        "plots.notice.idle",
                        List.of(String.valueOf(page.proposed().size()), first == null ? "" : first),
                        "/plots/idle");
            }
        }
        return page.last();
    }

    private void takeTurns() {
        jdbc.query(
                """
                select pg_advisory_xact_lock(hashtextextended('plots.idle',
                    nullif(current_setting('app.tenant_id', true), '')::bigint))\
                """,
                row -> {});
    }
}
