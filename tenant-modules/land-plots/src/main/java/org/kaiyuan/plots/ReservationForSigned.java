package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.notices.NoticeKind;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a plot for a lead that has signed: the first of those chosen for it that is free. Where none is, the contract
 * stands and somebody gets a task. A signing is answered once, however often it is told.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReservationForSigned {
    private static final String TASK = "plots.notice.reservationTask";
    private static final String OWN_TASK = "plots.notice.ownReservationTask";

    private final Plots plots;
    private final LeadDirectory leads;
    private final ReservationKeeping keeping;
    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final Notices notices;
    private final Clock clock;

    ReservationForSigned(
            Plots plots,
            LeadDirectory leads,
            ReservationKeeping keeping,
            JdbcTemplate jdbc,
            ZonePeople people,
            Notices notices,
            Clock clock) {
        this.plots = plots;
        this.leads = leads;
        this.keeping = keeping;
        this.jdbc = jdbc;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Looks at the lead as it is now: nothing is held for one that is pursued no more or holds a plot already, nor where
     * no plot was chosen.
     *
     * @param move the step that led to the signing; the same when it is told again
     */
    public void reserve(LeadId id, UUID move) {
        if (!isFirst(id, move)) {
            return;
        }
        var lead = leads.rows(List.of(id)).stream().findFirst().orElse(null);
        if (lead == null || lead.state() != LeadState.ACTIVE || !lead.stage().isSigned()) {
            return;
        }
        var chosen =
                jdbc.query(
                        "select plot_id from plots.preference where lead_id = ? order by place limit ?",
                        (row, n) -> new PlotId(row.getObject(1, UUID.class)),
                        id.value(),
                        PlotPreferences.MOST);
        if (chosen.isEmpty()) {
            return;
        }
        // all of them at once and in the order of their ids: whoever else wants one of them waits
        // here
        var held =
                plots.findAllLocked(chosen.stream().map(PlotId::value).toList()).stream()
                        .collect(Collectors.toMap(Plot::id, Function.identity()));
        if (!keeping.find("lead_id = ? and state = 'HELD'", id.value()).isEmpty()) {
            return;
        }
        var alive =
                keeping
                        .find(
                                "plot_id = any (?) and state in ('QUEUED', 'HELD')",
                                (Object) chosen.stream().map(PlotId::value).toArray(UUID[]::new))
                        .stream()
                        .collect(Collectors.groupingBy(ReservationKeeping.Kept::plot));
        for (var one : chosen) { // at most five, all locked
            var plot = held.get(one);
            if (plot != null && refusing(plot, id, alive.getOrDefault(one, List.of())) == null) {
                take(one, id, alive.getOrDefault(one, List.of()));
                return;
            }
        }
        var first = held.get(chosen.getFirst());
        var reason =
                first == null
                        ? null
                        : refusing(first, id, alive.getOrDefault(chosen.getFirst(), List.of()));
        if (first != null && reason != null) {
            open(lead, move, first, reason);
        }
    }

    private boolean isFirst(LeadId lead, UUID move) {
        return jdbc.update(
                        """
                        insert into plots.signing (tenant_id, lead_id, move_id, at) values (?, ?, ?, ?)
                        on conflict do nothing\
                        """,
                        CurrentTenant.get().value(),
                        lead.value(),
                        move,
                        Timestamp.from(clock.instant()))
                > 0;
    }

    private @Nullable ReservationTaskReason refusing(
            Plot plot, LeadId lead, List<ReservationKeeping.Kept> alive) {
        if (plot.hasEnded()) {
            return ReservationTaskReason.ENDED;
        }
        if (!plot.state().isOpen() || keeping.isContractedBeside(plot.id(), lead)) {
            return ReservationTaskReason.NOT_OPEN;
        }
        return alive.stream().anyMatch(one -> one.state() == ReservationState.HELD)
                ? ReservationTaskReason.HELD
                : null;
    }

    private void take(PlotId plot, LeadId lead, List<ReservationKeeping.Kept> alive) {
        var until = LocalDate.now(clock).plusDays(PlotReservations.MOST_DAYS);
        var waiting = alive.stream().filter(one -> one.lead().equals(lead)).findFirst();
        if (waiting.isPresent()) {
            keeping.promote(waiting.get(), until);
        } else {
            keeping.begin(plot, lead, ReservationState.HELD, until);
        }
    }

    /** Who may hold plots is told of the plot alone, because not everybody may see the lead; its owner of both. */
    private void open(LeadRow lead, UUID move, Plot plot, ReservationTaskReason reason) {
        jdbc.update(
                """
                insert into plots.reservation_task (tenant_id, id, lead_id, plot_id, move_id, reason, opened_at)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                UuidV7.next(),
                lead.id().value(),
                plot.id().value(),
                move,
                reason.name(),
                Timestamp.from(clock.instant()));
        var owner = lead.owner();
        for (var one : people.whoMay(PlotPermissions.RESERVE)) { // a handful, at most 100
            if (!one.username().equals(owner)) {
                notices.tell(
                        one.username(),
                        TASK,
                        List.of(plot.number()),
                        "/plots/" + plot.id().value());
            }
        }
        if (owner != null) {
            notices.tell(
                    owner,
                    OWN_TASK,
                    List.of(lead.projectName(), plot.number()),
                    "/leads/" + lead.id().value());
        }
    }

    /** What people may choose to be told. */
    @Configuration(proxyBeanMethods = false)
    static class Told {
        @Bean
        static NoticeKind reservationTaskNotice() {
            return new NoticeKind(TASK, "plots.noticeKind.reservationTask");
        }

        @Bean
        static NoticeKind ownReservationTaskNotice() {
            return new NoticeKind(OWN_TASK, "plots.noticeKind.ownReservationTask");
        }
    }
}
