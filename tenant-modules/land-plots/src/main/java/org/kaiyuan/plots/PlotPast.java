package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.plots.domain.Plot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What plots were on a day.
 *
 * <p>A state begins on the day that was entered with it; where a later entry has an earlier day, the later one
 * is believed from its day on, so that today's state is always the last entered. What the papers say begins
 * when it is entered, and is as of the end of the day in the zone's own time (Asia/Shanghai).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlotPast {
    /** Plots with what they were, in the columns of {@code plots.plot}. */
    private static final String THEN =
            """
            from (select q.tenant_id, q.id, q.zone, q.shape, q.west, q.south, q.east, q.north, q.computed_m2,
                         q.updated_at, q.version,
                         coalesce(m.to_state, q.state) as state, coalesce(m.on_day, q.state_since) as state_since,
                         (case when w.profile is null then q.number else w.profile ->> 'number' end) collate "C" as number,
                         (case when w.profile is null then q.name else w.profile ->> 'name' end) collate "C" as name,
                         (case when w.profile is null then q.use_code else w.profile ->> 'useCode' end) collate "C" as use_code,
                         case when w.profile is null then q.declared_m2
                              else (w.profile ->> 'declaredM2')::numeric end as declared_m2,
                         case when w.profile is null then q.holder_id
                              else (w.profile ->> 'holderId')::uuid end as holder_id,
                         case when w.profile is null then q.holder_name else w.profile ->> 'holderName' end as holder_name
                  from plots.plot q
                  left join lateral (
                      select m.to_state, m.on_day from plots.state_move m
                      where m.tenant_id = q.tenant_id and m.plot_id = q.id and m.on_day <= ?
                      order by m.at desc, m.id desc limit 1) m on true
                  left join lateral (
                      select w.profile from plots.profile_was w
                      where w.tenant_id = q.tenant_id and w.plot_id = q.id and w.until >= ?
                      order by w.until, w.id limit 1) w on true
                  where q.begun_on <= ? and (q.ended_on is null or q.ended_on > ?)) p
            where true\
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlotPast(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** State on a day, and since when. */
    record StateThen(PlotState state, LocalDate since) {}

    /** Part of a statement, from {@code from} on, about plots {@code p}, and what it wants. */
    record Source(String sql, List<Object> arguments) {}

    /** Keeps what the papers said until now. */
    void keep(Plot plot, PlotProfile before) {
        jdbc.update(
                "insert into plots.profile_was (tenant_id, id, plot_id, until, profile) values (?, ?, ?, ?, ?::jsonb)",
                plot.tenantId().value(),
                UuidV7.next(),
                plot.id().value(),
                Timestamp.from(clock.instant()),
                JSON.writeValueAsString(before));
    }

    /**
     * Plots that were on a day, as they were then; {@code updated_at} and {@code version} are of now.
     *
     * @throws PlotFieldsRefused as {@link #refuseBeyond}
     */
    Source plots(LocalDate day) {
        refuseBeyond(day);
        return new Source(THEN, List.of(day, Timestamp.from(end(day)), day, day));
    }

    /** Empty where the papers still say what they said then. */
    Optional<PlotProfile> profile(PlotId id, LocalDate day) {
        return jdbc
                .queryForList(
                        """
                        select profile::text from plots.profile_was where plot_id = ? and until >= ?
                        order by until, id limit 1\
                        """,
                        String.class,
                        id.value(),
                        Timestamp.from(end(day)))
                .stream()
                .map(json -> JSON.readValue(json, PlotProfile.class))
                .findFirst();
    }

    /** Empty only for a plot whose first state was never entered. */
    Optional<StateThen> state(PlotId id, LocalDate day) {
        return jdbc
                .query(
                        """
                        select to_state, on_day from plots.state_move where plot_id = ? and on_day <= ?
                        order by at desc, id desc limit 1\
                        """,
                        (row, n) ->
                                new StateThen(
                                        PlotState.valueOf(row.getString(1)),
                                        row.getObject(2, LocalDate.class)),
                        id.value(),
                        day)
                .stream()
                .findFirst();
    }

    /** @throws PlotFieldsRefused unless it lies within 1900 and 9999 */
    static void refuseBeyond(LocalDate asOf) {
        FilterBounds.day("asOf", asOf);
    }

    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
