package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.PlotGates;
import org.kaiyuan.plots.domain.Plots;
import org.kaiyuan.plots.ground.Crs;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moving a plot through its life, past the gates of supply. */
@Service
@Transactional
public class PlotMoves {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final Plots plots;
    private final LayerShapes layers;
    private final ReservationKeeping reservations;
    private final SupplyGates papers;
    private final SupplyBook contracts;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    PlotMoves(
            Plots plots,
            LayerShapes layers,
            ReservationKeeping reservations,
            SupplyGates papers,
            SupplyBook contracts,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.plots = plots;
        this.layers = layers;
        this.reservations = reservations;
        this.papers = papers;
        this.contracts = contracts;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * The gates that would refuse, with the area at fault; none when it may go there.
     *
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<RefusedPlotGate> refusing(PlotId id, PlotState to) {
        return refusing(plots.get(id), to);
    }

    /**
     * As {@link #refusing}, with the ground at fault in degrees of longitude and latitude, for a map.
     *
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<RefusedGround> refusedGround(PlotId id, PlotState to) {
        var plot = plots.get(id);
        var plane = Crs.withPrefix(plot.ground().zone());
        return atFault(plot, to).stream()
                .map(one ->
                        new RefusedGround(
                                one.gate(),
                                one.areaM2(),
                                one.at() == null ? null : plane.to(Crs.GEOGRAPHIC, one.at())))
                .toList();
    }

    /**
     * Moves it; once it is supplied, no lead holds or waits for it any more; once it is taken back, no
     * contract runs and nobody holds it.
     *
     * @param day when it came to be so; null for today
     * @throws UnknownPlot when there is none
     * @throws PlotHasEnded when others took its place
     * @throws PlotStateRefused when no step leads there
     * @throws PlotGatesRefused when the law refuses a supply
     * @throws PlotFieldsRefused for a day to come
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void move(PlotId id, PlotState to, @Nullable LocalDate day, @Nullable String reason) {
        var plot = plots.hold(id);
        var from = plot.state();
        var today = LocalDate.now(clock);
        var on = day == null ? today : day;
        if (on.isAfter(today) || on.isBefore(EARLIEST)) {
            throw new PlotFieldsRefused("day", "plots.rule.dayPast");
        }
        var faults = new Faults();
        var why = faults.text("reason", reason, 1000);
        faults.refuse();
        var move = UuidV7.next();
        plot.become(to, on, move, clock.instant());
        var refused = refusing(plot, to);
        if (!refused.isEmpty()) {
            throw PlotGatesRefused.of(to, refused);
        }
        if (to == PlotState.RECOVERED) {
            contracts.recovered(plot, on, why);
        }
        plots.saveAndFlush(plot);
        jdbc.update(
                """
                insert into plots.state_move
                    (tenant_id, id, plot_id, from_state, to_state, on_day, at, actor, actor_name, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                plot.tenantId().value(),
                move,
                id.value(),
                from.name(),
                to.name(),
                on,
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName(),
                why);
        history.record(
                Plot.SUBJECT,
                id.value(),
                "moved",
                List.of(
                        new FieldChange("state", from.name(), to.name()),
                        new FieldChange("reason", null, why)));
        if (to == PlotState.SUPPLIED) {
            reservations.supplied(id);
        }
    }

    private List<RefusedPlotGate> refusing(Plot plot, PlotState to) {
        return RefusedGround.inWords(atFault(plot, to));
    }

    /** The papers that are missing first, then the ground. */
    private List<RefusedGround> atFault(Plot plot, PlotState to) {
        var refused = new ArrayList<RefusedGround>();
        for (var paper : papers.refusing(plot.id(), to)) {
            refused.add(new RefusedGround(paper.gate(), paper.areaM2(), null));
        }
        if (to.isSupply()) {
            var ground = plot.ground();
            refused.addAll(
                    PlotGates.refusing(
                            to,
                            Placing.shape(ground.zone(), ground.wkb()).geometry(),
                            layers.around(ground)));
        }
        return refused;
    }
}
