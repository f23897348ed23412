package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How plots come into the register: stored, with the state in which they begin as their first move. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlotBeginnings {
    private static final int AT_ONCE = 500;

    private final Plots plots;
    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final Clock clock;

    PlotBeginnings(Plots plots, JdbcTemplate jdbc, CurrentPerson person, Clock clock) {
        this.plots = plots;
        this.jdbc = jdbc;
        this.person = person;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another plot that is now has a number */
    void begin(List<Plot> beginning) {
        beginning.forEach(plots::save);
        plots.flush();
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into plots.state_move
                    (tenant_id, id, plot_id, from_state, to_state, on_day, at, actor, actor_name)
                values (?, ?, ?, null, ?, ?, ?, ?, ?)\
                """,
                beginning,
                AT_ONCE,
                (line, plot) -> {
                    line.setLong(1, plot.tenantId().value());
                    line.setObject(2, UuidV7.next());
                    line.setObject(3, plot.id().value());
                    line.setString(4, plot.state().name());
                    line.setObject(5, plot.stateSince());
                    line.setTimestamp(6, now);
                    line.setString(7, person.username());
                    line.setString(8, person.displayName());
                });
    }
}
