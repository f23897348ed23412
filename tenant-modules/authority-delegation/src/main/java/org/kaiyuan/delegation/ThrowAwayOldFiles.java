package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of lists that nobody made a draft of are not kept for ever. */
@Component
class ThrowAwayOldFiles implements ZoneChore {
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ThrowAwayOldFiles(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run() {
        jdbc.update(
                "delete from delegation.list_import where brought_at < ?",
                Timestamp.from(clock.instant().minus(KEPT)));
    }
}
