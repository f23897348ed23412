package org.kaiyuan.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The made-up land of a zone: plots, layers, reservations, buildings and contracts.
 *
 * <p>What stands on it comes after, by a class of its own that is given the same {@link PlotStory stories}.
 */
@Component
class DemoLand {
    private static final Logger log = LoggerFactory.getLogger(DemoLand.class);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DemoLand(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts it into the current zone, unless somebody has brought land of their own there already: made-up plots
     * would lie across real ones.
     *
     * @param firstOrdinal of the plots' ids
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void load(
            Place place,
            long tenant,
            List<DemoEnterprise> enterprises,
            long seed,
            long firstOrdinal) {
        if (!isBare()) {
            return;
        }
        var today = LocalDate.now(clock);
        var site = Site.of(place.code());
        var draws = new Draws(seed);
        var ground = InventedGround.of(site, draws);
        var layers = InventedLayers.over(site, place.zone(), ground, draws);
        var stories =
                PlotStories.of(
                        place,
                        site,
                        ground,
                        layers,
                        stillThere(enterprises),
                        today,
                        firstOrdinal,
                        draws);
        int first =
                jdbc.update(
                        "update demo.loaded_zone set plots = ? where code = ? and plots = 0",
                        stories.size(),
                        place.code());
        if (first == 0) {
            return; // another node was quicker
        }
        new PlotWriting(jdbc, tenant, place.code() + "-staff", "工作人员", today)
                .write(stories, layers.layers(), ground.plane());
        new ReservationWriting(jdbc, tenant, place.code() + "-staff", today, draws).write(stories);
        new BuildingWriting(jdbc, tenant, place.code() + "-staff", "工作人员", today, draws)
                .write(stories, stillThere(enterprises));
        new SupplyWriting(jdbc, tenant, place.code() + "-staff", "工作人员", place.city(), today, draws)
                .write(stories);
        log.info("The demo has put {} plots into {}", stories.size(), place.code());
    }

    private boolean isBare() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        select not exists (select from plots.plot)
                               and not exists (select from plots.layer_shape)\
                        """,
                        Boolean.class));
    }

    /** Those that nobody has merged away or deleted since the demo put them in. */
    private List<DemoEnterprise> stillThere(List<DemoEnterprise> enterprises) {
        var there =
                new HashSet<>(
                        jdbc.queryForList(
                                "select id from enterprises.enterprise where merged_into is null",
                                UUID.class));
        return enterprises.stream().filter(one -> there.contains(one.id())).toList();
    }
}
