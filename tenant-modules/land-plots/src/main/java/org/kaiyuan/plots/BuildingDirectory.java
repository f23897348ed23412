package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.plots.BuildingDetails.StackedFloor;
import org.kaiyuan.plots.BuildingDetails.StackedUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking buildings up: lists, and one floor by floor. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.FLOORS_READ + "')")
public class BuildingDirectory {
    /** The largest page. */
    public static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final ChangeHistory history;
    private final Clock clock;

    BuildingDirectory(JdbcTemplate jdbc, CurrentPerson person, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.history = history;
        this.clock = clock;
    }

    /**
     * A page of the buildings, the newest changed first; one statement.
     *
     * @param text the beginning of a number or name; null or blank for all
     * @param plot those that stand on it; null for all
     * @param after {@link BuildingPage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is of no such list
     */
    public BuildingPage find(
            @Nullable String text, @Nullable PlotId plot, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var where = new StringBuilder();
        var arguments = new ArrayList<Object>();
        if (text != null && !text.isBlank()) {
            var typed = text.strip().replace("\u0000", "");
            where.append(" and (number >= ? and number < ? or name >= ? and name < ?)");
            arguments.addAll(
                    List.of(typed, typed + ChineseText.LAST, typed, typed + ChineseText.LAST));
        }
        if (plot != null) {
            where.append(" and plot_id = ?");
            arguments.add(plot.value());
        }
        var place = Moment.parse(after);
        if (place != null) {
            where.append(" and (updated_at, id) < (?, ?)");
            arguments.addAll(List.of(Timestamp.from(place.at()), place.id()));
        }
        arguments.add(most + 1);
        var today = LocalDate.now(clock);
        arguments.addAll(List.of(today, today));
        boolean land = person.may(PlotPermissions.READ);
        var rows =
                jdbc.query(
                        """
                        with b as (
                            select * from plots.building where ended_on is null %s
                            order by updated_at desc, id desc limit ?)
                        select b.*, p.number as plot_number, s.units, s.lettable, s.leased from b
                        left join plots.plot p on p.tenant_id = b.tenant_id and p.id = b.plot_id
                        cross join lateral (
                            select count(*) as units, sum(u.area_m2) filter (where x.leased) as leased,
                                   sum(u.area_m2) filter (where x.leased or u.standing in ('VACANT', 'RESERVED')) as lettable
                            from plots.unit u
                            cross join lateral (select exists (
                                select from plots.lease_unit lu where lu.tenant_id = u.tenant_id and lu.unit_id = u.id
                                and lu.from_day <= ? and lu.last_day >= ?) as leased) x
                            where u.tenant_id = b.tenant_id and u.building_id = b.id and u.ended_on is null) s
                        order by b.updated_at desc, b.id desc\
                        """
                                .formatted(where),
                        (row, number) -> row(row, land),
                        arguments.toArray());
        if (rows.size() <= most) {
            return new BuildingPage(rows, null);
        }
        var last = rows.get(most - 1);
        return new BuildingPage(
                List.copyOf(rows.subList(0, most)),
                new Moment(last.updatedAt(), last.id().value()).cursor());
    }

    /**
     * One in full, with its floors and units as they are today, at most 5,000; two statements.
     *
     * @throws UnknownBuilding when there is none, or it is another zone's
     */
    public BuildingDetails details(BuildingId id) {
        var stack = stack(id);
        var floors =
                stack.stream()
                        .map(floor -> new BuildingProfile.Floor(floor.level(), floor.grossM2()))
                        .toList();
        boolean land = person.may(PlotPermissions.READ);
        return jdbc
                .query(
                        """
                        select b.*, p.number as plot_number from plots.building b
                        left join plots.plot p on p.tenant_id = b.tenant_id and p.id = b.plot_id
                        where b.id = ? and b.ended_on is null\
                        """,
                        (row, number) ->
                                new BuildingDetails(
                                        id,
                                        row.getLong("version"),
                                        FloorSql.building(row, floors),
                                        land ? row.getString("plot_number") : null,
                                        stack),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownBuilding::new);
    }

    /**
     * Who changed what when, the newest first.
     *
     * @throws UnknownBuilding as {@link #details}
     */
    public List<ChangeEntry> history(BuildingId id, @Nullable ChangePlace before, int limit) {
        if (jdbc.queryForList("select 1 from plots.building where id = ?", id.value()).isEmpty()) {
            throw new UnknownBuilding();
        }
        return history.of(List.of(id.value()), before, limit);
    }

    private List<StackedFloor> stack(BuildingId id) {
        var today = LocalDate.now(clock);
        var floors = new LinkedHashMap<Integer, StackedFloor>();
        jdbc.query(
                """
                select f.level, f.gross_m2, u.id, u.number, u.area_m2, u.used_for, %s as state,
                       r.lease_id, l.tenant_name, r.from_day, r.last_day
                from plots.floor f
                left join plots.unit u on u.tenant_id = f.tenant_id and u.building_id = f.building_id
                                          and u.level = f.level and u.ended_on is null
                %s
                where f.building_id = ? order by f.level desc, u.number limit 5000\
                """
                        .formatted(FloorSql.STATE, FloorSql.RUNNING),
                row -> {
                    var floor =
                            Objects.requireNonNull(
                                    floors.computeIfAbsent(
                                            row.getInt("level"), BuildingDirectory::empty));
                    if (floor.grossM2() == null && row.getBigDecimal("gross_m2") != null) {
                        floor =
                                new StackedFloor(
                                        floor.level(),
                                        row.getBigDecimal("gross_m2"),
                                        floor.units());
                        floors.put(floor.level(), floor);
                    }
                    if (row.getObject("id") != null) {
                        floor.units().add(unit(row));
                    }
                },
                today,
                today,
                id.value());
        return List.copyOf(floors.values());
    }

    private static StackedFloor empty(int level) {
        return new StackedFloor(level, null, new ArrayList<>());
    }

    private static StackedUnit unit(ResultSet row) throws SQLException {
        return new StackedUnit(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getBigDecimal("area_m2"),
                UnitUse.valueOf(row.getString("used_for")),
                UnitState.valueOf(row.getString("state")),
                FloorSql.lease(row, "lease_id"),
                row.getString("tenant_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static BuildingRow row(ResultSet row, boolean land) throws SQLException {
        return new BuildingRow(
                new BuildingId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                FloorSql.plot(row),
                land ? row.getString("plot_number") : null,
                row.getBigDecimal("longitude"),
                row.getBigDecimal("latitude"),
                row.getBigDecimal("built_m2"),
                row.getString("holder_name"),
                row.getInt("units"),
                FloorSql.sum(row.getBigDecimal("lettable")),
                FloorSql.sum(row.getBigDecimal("leased")),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
