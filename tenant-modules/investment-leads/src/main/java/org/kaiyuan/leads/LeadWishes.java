package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leads want of ground and floor, for whoever looks for a place for them; only of leads that may be seen. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadWishes {
    /** At most so many at once. */
    public static final int MOST = 500;

    private static final String SELECT =
            "select "
                    + LeadDirectory.COLUMNS
                    + """
                    , l.wanted_by, l.power_kva, l.water_m3_per_day, l.gas_m3_per_day, l.steam_t_per_hour, l.ceiling_height_m,
                    l.floor_load_t_per_m2, round(l.fixed_investment * l.exchange_rate, 2) as fixed_yuan,
                    l.expected_tax_yuan, l.chemical, l.river_distance_m, l.in_chemical_park
                    from leads.lead l where l.merged_into is null\
                    """;

    private final JdbcTemplate jdbc;
    private final LeadSight sight;

    LeadWishes(JdbcTemplate jdbc, LeadSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * Of one, whatever its state.
     *
     * @throws UnknownLead when there is none that may be seen
     */
    public LeadWish of(LeadId id) {
        var seen = sight.seen();
        var arguments = new ArrayList<Object>(seen.arguments());
        arguments.add(id.value());
        return jdbc
                .query(SELECT + seen.sql() + " and l.id = ?", LeadWishes::wish, arguments.toArray())
                .stream()
                .findFirst()
                .orElseThrow(UnknownLead::new);
    }

    /**
     * Of those that are pursued, have no ground yet (before 供地), and want about so much land; the closest first, at
     * most {@link #MOST}, one statement.
     */
    public List<LeadWish> ofLand(BigDecimal leastM2, BigDecimal mostM2, BigDecimal about) {
        return of("l.wanted_land_m2", leastM2, mostM2, about);
    }

    /** As {@link #ofLand}, of those that want about so much floor. */
    public List<LeadWish> ofFloor(BigDecimal leastM2, BigDecimal mostM2, BigDecimal about) {
        return of("l.wanted_floor_m2", leastM2, mostM2, about);
    }

    private List<LeadWish> of(
            String column, BigDecimal leastM2, BigDecimal mostM2, BigDecimal about) {
        var seen = sight.seen();
        var arguments = new ArrayList<Object>(seen.arguments());
        arguments.add(
                Arrays.stream(LeadStage.values())
                        .filter(stage -> stage.isBefore(LeadStage.LAND))
                        .map(Enum::name)
                        .toArray(String[]::new));
        arguments.addAll(List.of(leastM2, mostM2, about, MOST));
        return jdbc.query(
                SELECT
                        + seen.sql()
                        + " and l.state = 'ACTIVE' and l.stage = any (?) and "
                        + column
                        + " between ? and ? order by abs("
                        + column
                        + " - ?), l.id limit ?",
                LeadWishes::wish,
                arguments.toArray());
    }

    private static LeadWish wish(ResultSet row, int number) throws SQLException {
        return new LeadWish(
                LeadDirectory.row(row, number),
                row.getObject("wanted_by", LocalDate.class),
                row.getBigDecimal("power_kva"),
                row.getBigDecimal("water_m3_per_day"),
                row.getBigDecimal("gas_m3_per_day"),
                row.getBigDecimal("steam_t_per_hour"),
                row.getBigDecimal("ceiling_height_m"),
                row.getBigDecimal("floor_load_t_per_m2"),
                row.getBigDecimal("fixed_yuan"),
                row.getBigDecimal("expected_tax_yuan"),
                row.getBoolean("chemical"),
                row.getObject("river_distance_m", Integer.class),
                flag(row, "in_chemical_park"));
    }

    private static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
        boolean set = row.getBoolean(column);
        return row.wasNull() ? null : set;
    }
}
