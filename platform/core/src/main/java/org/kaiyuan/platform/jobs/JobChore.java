package org.kaiyuan.platform.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets jobs that ended half a year ago. */
@Component
class JobChore implements ZoneChore {
    private static final Duration KEPT = Duration.ofDays(183);
    private final JdbcTemplate jdbc;
    private final Clock clock;

    JobChore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run() {
        jdbc.update(
                "delete from jobs.job where submitted_at < ? and ended_at is not null",
                Timestamp.from(clock.instant().minus(KEPT)));
    }
}
