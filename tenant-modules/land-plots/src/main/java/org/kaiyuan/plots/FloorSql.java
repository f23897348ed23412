package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Buildings and units as they are stored. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FloorSql {
    static final String BUILDING = "plots.building";
    static final String UNIT = "plots.unit";

    /**
     * The lease of unit {@code u} that runs on a day, else the next one to come, as {@code r}; wants the day. Needs
     * {@code lease_unit_of_unit} only.
     */
    static final String RUNNING =
            """
            left join lateral (
                select lu.lease_id, lu.from_day, lu.last_day from plots.lease_unit lu
                where lu.tenant_id = u.tenant_id and lu.unit_id = u.id and lu.last_day >= ?
                order by lu.last_day limit 1) r on true
            left join plots.lease l on l.tenant_id = u.tenant_id and l.id = r.lease_id
            """;

    /** What unit {@code u} is on a day, with {@link #RUNNING}; wants the day. */
    static final String STATE =
            """
            case when r.from_day <= ? then 'LEASED' when r.lease_id is not null and u.standing = 'VACANT' then 'RESERVED'
                 else u.standing end
            """;

    private final JdbcTemplate jdbc;

    FloorSql(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A building as it is stored. */
    record KeptBuilding(long version, BuildingProfile profile) {}

    /** A unit as it is stored. */
    record KeptUnit(BuildingId building, long version, UnitProfile profile) {}

    /**
     * @param hold whether others who want to change it wait until the transaction ends
     * @throws UnknownBuilding when there is none
     */
    KeptBuilding building(BuildingId id, boolean hold) {
        var floors = new ArrayList<BuildingProfile.Floor>();
        if (hold) {
            jdbc.query(
                    "select id from plots.building where id = ? and ended_on is null for update",
                    FloorSql::uuid,
                    id.value());
        }
        return jdbc
                .query(
                        "select * from plots.building where id = ? and ended_on is null",
                        (row, number) -> {
                            jdbc.query(
                                    "select level, gross_m2 from plots.floor where building_id = ? order by level desc",
                                    floor -> {
                                        floors.add(
                                                new BuildingProfile.Floor(
                                                        floor.getInt(1), floor.getBigDecimal(2)));
                                    },
                                    id.value());
                            return new KeptBuilding(row.getLong("version"), building(row, floors));
                        },
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownBuilding::new);
    }

    /**
     * Others who want to change or lease it wait until the transaction ends.
     *
     * @throws UnknownUnit when there is none
     */
    KeptUnit holdUnit(UnitId id) {
        return jdbc
                .query(
                        "select * from plots.unit where id = ? and ended_on is null for update",
                        (row, number) ->
                                new KeptUnit(
                                        new BuildingId(row.getObject("building_id", UUID.class)),
                                        row.getLong("version"),
                                        unit(row)),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownUnit::new);
    }

    /**
     * The caller holds the units.
     *
     * @throws UnitLeasedRefused when a lease of one of them runs on that day or begins later
     */
    void refuseLeased(Collection<UUID> units, LocalDate day) {
        jdbc.query(
                """
                select u.number, lu.last_day from plots.lease_unit lu
                join plots.unit u on u.tenant_id = lu.tenant_id and u.id = lu.unit_id
                where lu.unit_id = any (?) and lu.last_day >= ? order by lu.last_day desc limit 1\
                """,
                (RowCallbackHandler)
                        row -> {
                            throw UnitLeasedRefused.stays(
                                    row.getString(1), row.getObject(2, LocalDate.class));
                        },
                units.toArray(UUID[]::new),
                day);
    }

    /** In the order of the statements that write buildings, then what follows there. */
    static @Nullable Object[] values(BuildingProfile b, Object... more) {
        return with(
                more,
                b.number(),
                b.name(),
                b.plot() == null ? null : b.plot().value(),
                b.longitude(),
                b.latitude(),
                b.builtM2(),
                b.floorsAbove(),
                b.floorsBelow(),
                b.completedOn(),
                b.holderId(),
                b.holderName(),
                b.note());
    }

    /** As {@link #values(BuildingProfile, Object...)}, of units. */
    static @Nullable Object[] values(UnitProfile u, Object... more) {
        return with(
                more,
                u.level(),
                u.number(),
                u.areaM2(),
                u.loadKnM2(),
                u.clearHeightM(),
                u.powerKva(),
                u.craneT(),
                u.use().name(),
                u.state().name(),
                u.note());
    }

    private static @Nullable Object[] with(Object[] more, @Nullable Object... first) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(first));
        all.addAll(List.of(more));
        return all.toArray();
    }

    static BuildingProfile building(ResultSet row, List<BuildingProfile.Floor> floors)
            throws SQLException {
        return new BuildingProfile(
                row.getString("number"),
                row.getString("name"),
                plot(row),
                row.getBigDecimal("longitude"),
                row.getBigDecimal("latitude"),
                row.getBigDecimal("built_m2"),
                row.getObject("floors_above", Integer.class),
                row.getObject("floors_below", Integer.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("holder_id", UUID.class),
                row.getString("holder_name"),
                row.getString("note"),
                floors);
    }

    static UnitProfile unit(ResultSet row) throws SQLException {
        return new UnitProfile(
                row.getInt("level"),
                row.getString("number"),
                row.getBigDecimal("area_m2"),
                row.getBigDecimal("load_kn_m2"),
                row.getBigDecimal("clear_height_m"),
                row.getBigDecimal("power_kva"),
                row.getBigDecimal("crane_t"),
                UnitUse.valueOf(row.getString("used_for")),
                UnitState.valueOf(row.getString("standing")),
                row.getString("note"));
    }

    static @Nullable PlotId plot(ResultSet row) throws SQLException {
        var plot = row.getObject("plot_id", UUID.class);
        return plot == null ? null : new PlotId(plot);
    }

    static @Nullable LeaseId lease(ResultSet row, String column) throws SQLException {
        var lease = row.getObject(column, UUID.class);
        return lease == null ? null : new LeaseId(lease);
    }

    static UUID uuid(ResultSet row, int number) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    static BigDecimal sum(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO.setScale(2) : sum;
    }
}
