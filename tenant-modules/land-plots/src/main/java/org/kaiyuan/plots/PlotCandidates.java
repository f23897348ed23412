package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kaiyuan.leads.LeadWish;
import org.kaiyuan.plots.domain.MatchTerms;
import org.kaiyuan.plots.domain.PlotFacts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plots that may fit a lead; what can be told by columns is left out, and counted, in PostgreSQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlotCandidates {
    /** So many are ranked, those closest in area. */
    static final int MOST = 500;

    /** Plots {@code p} that are now, with how much of them is industrial; as {@link LandUses#isIndustrial}. */
    private static final String FROM =
            """
            from plots.plot p cross join lateral (
                select coalesce(sum(s.percent) filter (where left(s.use_code, 4) = '1001' or left(s.use_code, 2) = '11'),
                                case when count(*) > 0 then 0
                                     when left(p.use_code, 4) = '1001' or left(p.use_code, 2) = '11' then 100
                                     else 0 end) as industrial
                from plots.use_share s where s.tenant_id = p.tenant_id and s.plot_id = p.id) x
            where p.ended_on is null\
            """;

    private static final String OPEN = "p.state = any (?)";
    private static final String AREA =
            "(?::numeric is null or p.computed_m2 between ?::numeric * ?::numeric and ?::numeric * ?::numeric)";
    private static final String USE =
            "(not ?::boolean or x.industrial >= ?::numeric or left(p.use_code, 2) = '"
                    + LandUses.UNDECIDED
                    + "')";

    private static final String SELECT =
            PlotDirectory.COLUMNS
                    + PlotDirectory.HELD
                    + """
                    , x.industrial, p.utilities, p.industries, p.investment_yuan_m2, p.tax_yuan_m2,
                    (select r.lead_id from plots.reservation r
                     where r.tenant_id = p.tenant_id and r.plot_id = p.id and r.state = 'HELD') as holder,
                    (select r.until_day from plots.reservation r
                     where r.tenant_id = p.tenant_id and r.plot_id = p.id and r.state = 'HELD') as held_until,
                    (select count(*) from plots.reservation r
                     where r.tenant_id = p.tenant_id and r.plot_id = p.id and r.state = 'QUEUED') as waiting
                    """;

    private final JdbcTemplate jdbc;

    PlotCandidates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param excluded what was left out, by the first condition that it breaks
     * @param rest how many were not fetched, because they are too many
     */
    record Found(List<PlotFacts> plots, Map<MatchObstacle, Long> excluded, long rest) {}

    /** Those that may fit, the closest in area first; two statements, however many there are. */
    Found find(LeadWish wish) {
        var open = open();
        var area = area(wish);
        var use = List.<Object>of(wish.isIndustrial(), MatchTerms.INDUSTRIAL_PERCENT);
        var plots =
                jdbc.query(
                        SELECT
                                + " "
                                + FROM
                                + " and "
                                + String.join(" and ", OPEN, AREA, USE)
                                + " order by abs(p.computed_m2 - ?::numeric) nulls last, p.updated_at desc, p.id limit ?",
                        PlotCandidates::facts,
                        all(List.of(open), area, use, Arrays.asList(wish.landM2()), List.of(MOST)));
        var excluded = new EnumMap<MatchObstacle, Long>(MatchObstacle.class);
        long fit =
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                """
                                select count(*) filter (where not open), count(*) filter (where open and not near),
                                       count(*) filter (where open and near and not fit),
                                       count(*) filter (where open and near and fit)
                                from (select %s as open, %s as near, %s as fit %s) c\
                                """
                                        .formatted(OPEN, AREA, USE, FROM),
                                (row, n) -> {
                                    put(excluded, MatchObstacle.STATE, row.getLong(1));
                                    put(excluded, MatchObstacle.AREA, row.getLong(2));
                                    put(excluded, MatchObstacle.USE, row.getLong(3));
                                    return row.getLong(4);
                                },
                                all(List.of(open), area, use)));
        return new Found(plots, excluded, Math.max(0, fit - plots.size()));
    }

    /** @throws UnknownPlot when there is none that is now */
    PlotFacts one(PlotId id) {
        return jdbc
                .query(SELECT + " " + FROM + " and p.id = ?", PlotCandidates::facts, id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownPlot::new);
    }

    private static void put(Map<MatchObstacle, Long> excluded, MatchObstacle obstacle, long count) {
        if (count > 0) {
            excluded.put(obstacle, count);
        }
    }

    private static Object open() {
        return Arrays.stream(PlotState.values())
                .filter(PlotState::isOpen)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static List<Object> area(LeadWish wish) {
        var wanted = wish.landM2();
        return Arrays.asList(wanted, wanted, MatchTerms.LEAST, wanted, MatchTerms.MOST);
    }

    @SafeVarargs
    private static Object[] all(List<Object>... parts) {
        var all = new ArrayList<Object>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all.toArray();
    }

    private static PlotFacts facts(ResultSet row, int number) throws SQLException {
        return new PlotFacts(
                PlotDirectory.row(row, number),
                row.getBigDecimal("industrial"),
                Arrays.stream((String[]) row.getArray("utilities").getArray())
                        .map(Utility::valueOf)
                        .collect(Collectors.toSet()),
                Arrays.stream((String[]) row.getArray("industries").getArray())
                        .collect(Collectors.toSet()),
                row.getBigDecimal("investment_yuan_m2"),
                row.getBigDecimal("tax_yuan_m2"),
                row.getObject("holder", UUID.class),
                row.getObject("held_until", LocalDate.class),
                row.getInt("waiting"));
    }
}
