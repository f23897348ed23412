package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kaiyuan.leads.LeadWish;
import org.kaiyuan.plots.domain.MatchTerms;
import org.kaiyuan.plots.domain.UnitFit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Units that may fit a lead; what can be told by columns is left out, and counted, in PostgreSQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnitCandidates {
    /** So many are ranked, those closest in area. */
    static final int MOST = 500;

    private static final String LET = "(s.state = any (?) and s.standing = any (?))";
    private static final String AREA =
            "(?::numeric is null or s.area_m2 between ?::numeric * ?::numeric and ?::numeric * ?::numeric)";
    private static final String USE = "(not ?::boolean or s.used_for = any (?))";

    /** Units {@code s}; wants the day twice. */
    private static final String FROM = "from (" + UnitDirectory.SELECT + ") s";

    private static final String SELECT =
            """
            select s.*, (select max(lu.last_day) from plots.lease_unit lu
                         where lu.tenant_id = s.tenant_id and lu.unit_id = s.id and lu.last_day >= ?) as let_until
            """;

    private final JdbcTemplate jdbc;

    UnitCandidates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit, and when it can be had. */
    record Candidate(UnitRow unit, LocalDate freeFrom) {}

    /** As {@link PlotCandidates.Found}. */
    record Found(List<Candidate> units, Map<MatchObstacle, Long> excluded, long rest) {}

    /** Those that may fit, the closest in area first; two statements, however many there are. */
    Found find(LeadWish wish, LocalDate today) {
        var let = names(UnitFit.TO_LET);
        var uses = names(UnitFit.FOR_FACTORIES);
        var wanted = wish.floorM2();
        var units =
                jdbc.query(
                        SELECT
                                + FROM
                                + " where "
                                + String.join(" and ", LET, AREA, USE)
                                + " order by abs(s.area_m2 - ?::numeric) nulls last, s.updated_at desc, s.id limit ?",
                        (row, n) -> candidate(row, today),
                        today,
                        today,
                        today,
                        let,
                        let,
                        wanted,
                        wanted,
                        MatchTerms.LEAST,
                        wanted,
                        MatchTerms.MOST,
                        wish.isIndustrial(),
                        uses,
                        wanted,
                        MOST);
        var excluded = new EnumMap<MatchObstacle, Long>(MatchObstacle.class);
        long fit =
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                """
                                select count(*) filter (where not let), count(*) filter (where let and not near),
                                       count(*) filter (where let and near and not fit),
                                       count(*) filter (where let and near and fit)
                                from (select %s as let, %s as near, %s as fit %s) c\
                                """
                                        .formatted(LET, AREA, USE, FROM),
                                (row, n) -> {
                                    put(excluded, MatchObstacle.STATE, row.getLong(1));
                                    put(excluded, MatchObstacle.AREA, row.getLong(2));
                                    put(excluded, MatchObstacle.USE, row.getLong(3));
                                    return row.getLong(4);
                                },
                                let,
                                let,
                                wanted,
                                wanted,
                                MatchTerms.LEAST,
                                wanted,
                                MatchTerms.MOST,
                                wish.isIndustrial(),
                                uses,
                                today,
                                today));
        return new Found(units, excluded, Math.max(0, fit - units.size()));
    }

    /** @throws UnknownUnit when there is none */
    Candidate one(UnitId id, LocalDate today) {
        return jdbc
                .query(
                        SELECT + FROM + " where s.id = ?",
                        (row, n) -> candidate(row, today),
                        today,
                        today,
                        today,
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownUnit::new);
    }

    private static void put(Map<MatchObstacle, Long> excluded, MatchObstacle obstacle, long count) {
        if (count > 0) {
            excluded.put(obstacle, count);
        }
    }

    private static String[] names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Candidate candidate(ResultSet row, LocalDate today) throws SQLException {
        var until = row.getObject("let_until", LocalDate.class);
        return new Candidate(UnitDirectory.row(row, 0), until == null ? today : until.plusDays(1));
    }
}
