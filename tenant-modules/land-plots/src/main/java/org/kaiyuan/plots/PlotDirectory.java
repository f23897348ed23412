package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looking plots up: lists, one in full, what became of it; as they are, or as of a day.
 *
 * <p>As of a day, those are found that were on it, with the border, state, number, name, use, holder and declared
 * area of that day; filters mean these, too. Of now are the time of the last change and the version, and who holds a
 * plot is not told. A state is of the day that was entered with it, what the papers say of the end of the day on
 * which it was entered; as of a day to come is as of now.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
public class PlotDirectory {
    /** The largest page. */
    public static final int MOST = 500;

    /** What {@link #row} reads of plots {@code p}, but for whether they are held. */
    static final String COLUMNS =
            """
            select p.id, p.number, p.name, p.use_code, p.state, p.state_since, p.computed_m2, p.declared_m2, p.holder_name,
                   p.updated_at, p.version, \
            """;

    /** Plots {@code p} that are now. */
    static final PlotPast.Source NOW =
            new PlotPast.Source("from plots.plot p where p.ended_on is null", List.of());

    /** Whether a lead holds {@code p}. */
    static final String HELD =
            """
            exists (select from plots.reservation r
                    where r.tenant_id = p.tenant_id and r.plot_id = p.id and r.state = 'HELD') as held\
            """;

    private final JdbcTemplate jdbc;
    private final Plots plots;
    private final PlotPast past;
    private final ChangeHistory history;

    PlotDirectory(JdbcTemplate jdbc, Plots plots, PlotPast past, ChangeHistory history) {
        this.jdbc = jdbc;
        this.plots = plots;
        this.past = past;
        this.history = history;
    }

    /**
     * A page of the plots that are now, the newest changed first; one statement.
     *
     * @param after {@link PlotPage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is of no such list
     */
    public PlotPage find(PlotFilter filter, @Nullable String after, int limit) {
        return page(COLUMNS + HELD, NOW, filter, after, limit);
    }

    /**
     * As {@link #find(PlotFilter, String, int)} of the plots that were on a day.
     *
     * @param asOf null for those that are now
     */
    public PlotPage find(
            PlotFilter filter, @Nullable LocalDate asOf, @Nullable String after, int limit) {
        return asOf == null
                ? find(filter, after, limit)
                : page(COLUMNS + "false as held", past.plots(asOf), filter, after, limit);
    }

    private PlotPage page(
            String columns,
            PlotPast.Source source,
            PlotFilter filter,
            @Nullable String after,
            int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var where = new StringBuilder(columns).append(' ').append(source.sql());
        var arguments = new ArrayList<>(source.arguments());
        narrow(filter, where, arguments);
        var place = Moment.parse(after);
        if (place != null) {
            where.append(" and (p.updated_at, p.id) < (?, ?)");
            arguments.add(Timestamp.from(place.at()));
            arguments.add(place.id());
        }
        where.append(" order by p.updated_at desc, p.id desc limit ?");
        arguments.add(most + 1);
        var rows = jdbc.query(where.toString(), PlotDirectory::row, arguments.toArray());
        if (rows.size() <= most) {
            return new PlotPage(rows, null);
        }
        var last = rows.get(most - 1);
        return new PlotPage(
                List.copyOf(rows.subList(0, most)),
                new Moment(last.updatedAt(), last.id().value()).cursor());
    }

    /**
     * How many there are, and how much ground they are together; to be asked once for a question, not for a page.
     *
     * @param asOf those that were on this day; null for now
     */
    public PlotSums sums(PlotFilter filter, @Nullable LocalDate asOf) {
        var source = asOf == null ? NOW : past.plots(asOf);
        var where =
                new StringBuilder("select count(*), coalesce(sum(p.computed_m2), 0) ")
                        .append(source.sql());
        var arguments = new ArrayList<>(source.arguments());
        narrow(filter, where, arguments);
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        where.toString(),
                        (row, n) -> new PlotSums(row.getLong(1), row.getBigDecimal(2)),
                        arguments.toArray()));
    }

    /**
     * As {@link #sums(PlotFilter, LocalDate)}, of those chosen, also where others took their place since.
     *
     * @param ids at most {@link PlotMap#MOST}
     */
    public PlotSums sums(Collection<PlotId> ids) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select count(*), coalesce(sum(computed_m2), 0) from plots.plot
                        where id = any (?)\
                        """,
                        (row, n) -> new PlotSums(row.getLong(1), row.getBigDecimal(2)),
                        (Object)
                                ids.stream()
                                        .map(PlotId::value)
                                        .limit(PlotMap.MOST)
                                        .toArray(UUID[]::new)));
    }

    /**
     * One in full.
     *
     * @throws UnknownPlot when there is none, or it is another zone's
     */
    public PlotDetails details(PlotId id) {
        return plots.get(id).details();
    }

    /**
     * One as it was on a day: state, border and all that the papers said; the version is of now.
     *
     * @throws UnknownPlot when there is none, or it is another zone's
     * @throws PlotNotThen when it was not on that day; {@link PlotLineage} knows those before and after it
     */
    public PlotDetails details(PlotId id, LocalDate asOf) {
        var now = details(id);
        PlotPast.refuseBeyond(asOf);
        if (asOf.isBefore(now.begunOn())
                || now.endedOn() != null && !asOf.isBefore(now.endedOn())) {
            throw new PlotNotThen(now.profile().number(), asOf);
        }
        var state =
                past.state(id, asOf).orElse(new PlotPast.StateThen(now.state(), now.stateSince()));
        return new PlotDetails(
                id,
                now.version(),
                past.profile(id, asOf).orElse(now.profile()),
                state.state(),
                state.since(),
                now.shape(),
                now.computedM2(),
                now.begunOn(),
                now.endedOn());
    }

    /**
     * Who changed what when, the newest first.
     *
     * @throws UnknownPlot as {@link #details}
     */
    public List<ChangeEntry> history(PlotId id, @Nullable ChangePlace before, int limit) {
        plots.get(id);
        return history.of(List.of(id.value()), before, limit);
    }

    static void narrow(PlotFilter f, StringBuilder where, List<Object> arguments) {
        if (f.text() != null && !f.text().isBlank()) {
            var text = f.text().strip().replace("\u0000", "");
            // a zone has thousands of plots, not millions: they are read through
            where.append(
                    " and (strpos(p.number, ?) > 0 or strpos(p.name, ?) > 0 or strpos(p.holder_name, ?) > 0)");
            arguments.addAll(List.of(text, text, text));
        }
        if (!f.states().isEmpty()) {
            where.append(" and p.state = any (?)");
            arguments.add(f.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (f.usePrefix() != null && !f.usePrefix().isBlank()) {
            where.append(" and p.use_code >= ? and p.use_code < ?");
            arguments.add(f.usePrefix().strip());
            arguments.add(f.usePrefix().strip() + ChineseText.LAST);
        }
        bound(" and p.computed_m2 >= ?", f.leastM2(), where, arguments);
        bound(" and p.computed_m2 <= ?", f.mostM2(), where, arguments);
        if (f.holder() != null) {
            where.append(" and p.holder_id = ?");
            arguments.add(f.holder());
        }
        if (f.box() != null) {
            where.append(" and p.west <= ? and p.east >= ? and p.south <= ? and p.north >= ?");
            arguments.addAll(
                    List.of(f.box().east(), f.box().west(), f.box().north(), f.box().south()));
        }
    }

    private static void bound(
            String condition,
            @Nullable BigDecimal value,
            StringBuilder where,
            List<Object> arguments) {
        if (value != null) {
            where.append(condition);
            arguments.add(value);
        }
    }

    static PlotRow row(ResultSet row, int number) throws SQLException {
        return new PlotRow(
                new PlotId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("use_code"),
                PlotState.valueOf(row.getString("state")),
                row.getObject("state_since", LocalDate.class),
                row.getBigDecimal("computed_m2"),
                row.getBigDecimal("declared_m2"),
                row.getString("holder_name"),
                row.getBoolean("held"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
