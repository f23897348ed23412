package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.OwnedByPeople;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Powers that somebody sees to, so that a leaver's are handed over as a whole. */
@Component
class PowersOwned implements OwnedByPeople {
    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final ChangeHistory history;
    private final Clock clock;

    PowersOwned(JdbcTemplate jdbc, ZonePeople people, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String nameKey() {
        return "delegation.use.owned";
    }

    @Override
    public long countOwnedBy(String username) {
        var count =
                jdbc.queryForObject(
                        "select count(*) from delegation.readiness where owner = ?",
                        Long.class,
                        username);
        return count == null ? 0 : count;
    }

    @Override
    public long handOver(String from, String to) {
        var name =
                people.of(List.of(to)).stream()
                        .findFirst()
                        .map(ZonePeople.Colleague::displayName)
                        .orElse(to);
        var ids =
                jdbc.query(
                        """
                        update delegation.readiness set owner = ?, owner_name = ?, updated_at = ?, version = version + 1
                        where owner = ? returning entry_id\
                        """,
                        (row, n) -> row.getObject(1, UUID.class),
                        to,
                        name,
                        Timestamp.from(clock.instant()),
                        from);
        history.recordEach(
                ReadinessKeeping.SUBJECT,
                ids,
                "assigned",
                List.of(HistoryWords.change("owner", from, name)));
        return ids.size();
    }
}
