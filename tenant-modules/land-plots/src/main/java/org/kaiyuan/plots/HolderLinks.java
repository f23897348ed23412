package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which enterprises of the directory hold land, rights and buildings, or lease floors. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HolderLinks {
    private final Plots plots;
    private final SupplyBook book;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    HolderLinks(
            Plots plots, SupplyBook book, JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.plots = plots;
        this.book = book;
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Wherever the one stood the other stands; the names in words stay as they were written. Done twice it does nothing
     * the second time.
     *
     * @param now null when there is none any more
     */
    void follow(EnterpriseId before, @Nullable EnterpriseId now) {
        var next = now == null ? null : now.value();
        heldBy(before, next); // plots first, as whoever changes a contract does
        jdbc.update(
                "update plots.supply_contract set holder_id = ? where holder_id = ?",
                next,
                before.value());
        relink("vertical_right", "holder_id", before.value(), next);
        var act = now == null ? "enterpriseRemoved" : "enterprisesMerged";
        history.recordEach(
                FloorSql.BUILDING,
                relink("building", "holder_id", before.value(), next),
                act,
                List.of());
        history.recordEach(
                LeaseStore.LEASE,
                relink("lease", "enterprise_id", before.value(), next),
                act,
                List.of());
    }

    /** What each plot's papers said until now is kept. */
    private void heldBy(EnterpriseId before, @Nullable UUID after) {
        var held =
                jdbc.query(
                        "select id from plots.plot where holder_id = ?",
                        (row, number) -> row.getObject(1, UUID.class),
                        before.value());
        if (held.isEmpty()) {
            return;
        }
        for (var plot : plots.findAllLocked(held)) {
            if (before.value().equals(plot.profile().holderId())) { // it may have changed meanwhile
                book.heldBy(plot, after, plot.profile().holderName());
                plots.save(plot);
            }
        }
        plots.flush();
    }

    private List<UUID> relink(String table, String column, UUID before, @Nullable UUID now) {
        return jdbc.query(
                "update plots.%1$s set %2$s = ?, updated_at = ?, version = version + 1 where %2$s = ? returning id"
                        .formatted(table, column),
                FloorSql::uuid,
                now,
                Timestamp.from(clock.instant()),
                before);
    }
}
