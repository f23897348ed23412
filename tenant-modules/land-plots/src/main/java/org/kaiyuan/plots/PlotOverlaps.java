package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.PlacedShape;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.ground.Ground;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which plots that are now lie on a piece of ground. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlotOverlaps {
    private final JdbcTemplate jdbc;

    PlotOverlaps(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever places a plot of this zone now, or two at once would not see each other. */
    public void alone() {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('plots.place', ?))",
                row -> {},
                CurrentTenant.get().value());
    }

    /**
     * Refuses ground on which another plot lies.
     *
     * @param leftOut plots that end when this one begins
     * @throws PlotOverlapRefused when there is one
     */
    public void refuse(PlacedShape ground, Set<UUID> leftOut) {
        alone();
        var found = with(ground, leftOut);
        if (!found.isEmpty()) {
            throw new PlotOverlapRefused(found);
        }
    }

    /** One statement and as many exact looks as boxes touch. */
    public List<PlotOverlapRefused.Overlap> with(PlacedShape ground, Set<UUID> leftOut) {
        var shape = Placing.shape(ground.zone(), ground.wkb());
        var found = new ArrayList<PlotOverlapRefused.Overlap>();
        jdbc.query(
                """
                select id, number, zone, shape from plots.plot
                where ended_on is null and west <= ? and east >= ? and south <= ? and north >= ? order by number\
                """,
                row -> {
                    var id = row.getObject(1, UUID.class);
                    if (!leftOut.contains(id)) {
                        var number = row.getString(2);
                        Ground.overlap(shape, Placing.shape(row.getInt(3), row.getBytes(4)))
                                .ifPresent(overlap ->
                                        found.add(
                                                new PlotOverlapRefused.Overlap(
                                                        new PlotId(id),
                                                        number,
                                                        BigDecimal.valueOf(overlap.areaM2())
                                                                .setScale(
                                                                        2, RoundingMode.HALF_UP))));
                    }
                },
                ground.east(),
                ground.west(),
                ground.north(),
                ground.south());
        return found;
    }
}
