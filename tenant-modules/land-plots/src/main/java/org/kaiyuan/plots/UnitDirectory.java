package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking units up, by what they are today and what they can carry. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.FLOORS_READ + "')")
public class UnitDirectory {
    /** The largest page. */
    public static final int MOST = 500;

    /** What {@link #row} reads; wants the day twice. */
    static final String SELECT =
            """
            select * from (
                select u.*, b.number as building_number, b.name as building_name, %s as state,
                       r.lease_id, l.tenant_name, r.from_day, r.last_day
                from plots.unit u
                join plots.building b on b.tenant_id = u.tenant_id and b.id = u.building_id
                %s
                where u.ended_on is null) u where true\
            """
                    .formatted(FloorSql.STATE, FloorSql.RUNNING);

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    UnitDirectory(JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /**
     * A page of the units, the newest changed first; one statement.
     *
     * @param after {@link UnitPage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is of no such list
     */
    public UnitPage find(UnitFilter filter, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var where = new StringBuilder(SELECT);
        var today = LocalDate.now(clock);
        var arguments = new ArrayList<Object>(List.of(today, today));
        narrow(filter, where, arguments);
        var place = Moment.parse(after);
        if (place != null) {
            where.append(" and (updated_at, id) < (?, ?)");
            arguments.addAll(List.of(Timestamp.from(place.at()), place.id()));
        }
        where.append(" order by updated_at desc, id desc limit ?");
        arguments.add(most + 1);
        var rows = jdbc.query(where.toString(), UnitDirectory::row, arguments.toArray());
        if (rows.size() <= most) {
            return new UnitPage(rows, null);
        }
        var last = rows.get(most - 1);
        return new UnitPage(
                List.copyOf(rows.subList(0, most)),
                new Moment(last.updatedAt(), last.id().value()).cursor());
    }

    /**
     * Units that may be let, now or after the lease that runs, by building and number.
     *
     * @param building null for all
     * @param typed the beginning of its number, of its building's number or name, or of both numbers with a blank
     *     between them; blank for all
     * @param limit at most {@link #MOST}
     */
    public List<UnitRow> lettable(@Nullable BuildingId building, String typed, int limit) {
        var today = LocalDate.now(clock);
        var arguments = new ArrayList<Object>(List.of(today, today));
        var where = new StringBuilder();
        if (building != null) {
            where.append(" and n.building_id = ?");
            arguments.add(building.value());
        }
        var text = typed.strip().replace("\u0000", "");
        if (!text.isEmpty()) {
            where.append(
                    """
                     and (n.number >= ? and n.number < ? or b.number >= ? and b.number < ? or b.name >= ? and b.name < ?
                          or b.number || ' ' || n.number >= ? and b.number || ' ' || n.number < ?)\
                    """);
            for (int i = 0; i < 4; i++) {
                arguments.addAll(List.of(text, text + ChineseText.LAST));
            }
        }
        arguments.add(Math.clamp(limit, 1, MOST));
        return jdbc.query(
                """
                %s and id in (
                    select n.id from plots.unit n
                    join plots.building b on b.tenant_id = n.tenant_id and b.id = n.building_id
                    where n.ended_on is null and n.standing in ('VACANT', 'RESERVED') %s
                    order by b.number, n.number limit ?)
                order by building_number, number\
                """
                        .formatted(SELECT, where),
                UnitDirectory::row,
                arguments.toArray());
    }

    /**
     * One in full.
     *
     * @throws UnknownUnit when there is none, or it is another zone's
     */
    public UnitRow details(UnitId id) {
        var today = LocalDate.now(clock);
        return jdbc
                .query(SELECT + " and id = ?", UnitDirectory::row, today, today, id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownUnit::new);
    }

    /**
     * Who changed what when, the newest first.
     *
     * @throws UnknownUnit as {@link #details}
     */
    public List<ChangeEntry> history(UnitId id, @Nullable ChangePlace before, int limit) {
        if (jdbc.queryForList("select 1 from plots.unit where id = ?", id.value()).isEmpty()) {
            throw new UnknownUnit();
        }
        return history.of(List.of(id.value()), before, limit);
    }

    private static void narrow(UnitFilter f, StringBuilder where, List<Object> arguments) {
        if (f.building() != null) {
            where.append(" and building_id = ?");
            arguments.add(f.building().value());
        }
        if (!f.states().isEmpty()) {
            where.append(" and state = any (?)");
            arguments.add(f.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (!f.uses().isEmpty()) {
            where.append(" and used_for = any (?)");
            arguments.add(f.uses().stream().map(Enum::name).toArray(String[]::new));
        }
        bound(" and area_m2 >= ?", f.leastM2(), where, arguments);
        bound(" and area_m2 <= ?", f.mostM2(), where, arguments);
        bound(" and load_kn_m2 >= ?", f.leastLoadKnM2(), where, arguments);
        bound(" and clear_height_m >= ?", f.leastHeightM(), where, arguments);
        bound(" and power_kva >= ?", f.leastPowerKva(), where, arguments);
        bound(" and crane_t >= ?", f.leastCraneT(), where, arguments);
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

    static UnitRow row(ResultSet row, int number) throws SQLException {
        return new UnitRow(
                new UnitId(row.getObject("id", UUID.class)),
                new BuildingId(row.getObject("building_id", UUID.class)),
                row.getString("building_number"),
                row.getString("building_name"),
                FloorSql.unit(row),
                UnitState.valueOf(row.getString("state")),
                FloorSql.lease(row, "lease_id"),
                row.getString("tenant_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
