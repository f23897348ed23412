package org.kaiyuan.plots;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much of what may be let stands empty, building by building and over all. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.FLOORS_READ + "')")
public class Vacancies {
    private static final int MOST = 1000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Vacancies(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counted by the m² of units in one statement. What is leased is known for every day; which units there are and
     * what they are besides is as it is now, but for those that were taken out of the register after that day.
     *
     * @param day null for today
     * @throws PlotFieldsRefused unless it lies within 1900 and 9999
     */
    public Vacancy on(@Nullable LocalDate day) {
        var when = day == null ? LocalDate.now(clock) : day;
        FilterBounds.day("day", when);
        var all =
                jdbc.query(
                        """
                        select b.id, b.number, b.name, coalesce(sum(u.area_m2), 0) as lettable,
                               coalesce(sum(u.area_m2) filter (where x.leased), 0) as leased
                        from plots.building b
                        join plots.unit u on u.tenant_id = b.tenant_id and u.building_id = b.id
                        cross join lateral (select exists (
                            select from plots.lease_unit lu where lu.tenant_id = u.tenant_id and lu.unit_id = u.id
                            and lu.from_day <= ? and lu.last_day >= ?) as leased) x
                        where (u.ended_on is null or u.ended_on > ?)
                          and (x.leased or u.standing in ('VACANT', 'RESERVED'))
                        group by rollup ((b.id, b.number, b.name))
                        order by grouping (b.id) desc, b.number, b.id limit ?\
                        """,
                        Vacancies::row,
                        when,
                        when,
                        when,
                        MOST + 1);
        return new Vacancy(when, all.getFirst(), List.copyOf(all.subList(1, all.size())));
    }

    private static Vacancy.VacantSpace row(ResultSet row, int number) throws SQLException {
        var building = row.getObject("id", UUID.class);
        var lettable = row.getBigDecimal("lettable");
        var leased = row.getBigDecimal("leased");
        var vacant = lettable.subtract(leased);
        return new Vacancy.VacantSpace(
                building == null ? null : new BuildingId(building),
                row.getString("number"),
                row.getString("name"),
                lettable,
                leased,
                vacant,
                lettable.signum() == 0 ? null : vacant.divide(lettable, 4, RoundingMode.HALF_UP));
    }
}
