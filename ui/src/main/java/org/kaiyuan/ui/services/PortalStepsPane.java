package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseEvent;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;

/** How far a case is, as steps; each with its day once it is done. */
class PortalStepsPane extends Div {
    private static final List<StepKind> STATUTORY =
            List.of(
                    StepKind.APPLY,
                    StepKind.ACCEPT,
                    StepKind.REVIEW,
                    StepKind.DECIDE,
                    StepKind.DELIVER);
    private static final List<StepKind> TICKET =
            List.of(StepKind.APPLY, StepKind.REVIEW, StepKind.DELIVER);

    PortalStepsPane(CaseSheet of) {
        addClassName("steps-pane");
        var list = new OrderedList();
        list.addClassName("steps");
        boolean ticket = of.row().track() == ServiceTrack.TICKET;
        boolean broken =
                of.row().state() == CaseState.WITHDRAWN
                        || of.row().state() == CaseState.NOT_ACCEPTED;
        boolean delivered =
                of.row().state() == CaseState.DELIVERED || of.row().state() == CaseState.ARCHIVED;
        var current = current(of);
        for (var step : ticket ? TICKET : STATUTORY) {
            var done = delivered || step.ordinal() < current.ordinal();
            var item = new ListItem();
            var name = new Span(word(this, (ticket ? "step.ticket." : "step.") + step));
            name.addClassName("step-name");
            item.add(name);
            var on = done ? day(of, step) : null;
            if (on != null) {
                var day = new Span(on.toString());
                day.addClassName("step-day");
                item.add(day);
            }
            if (done) {
                item.addClassName("done");
            } else if (!broken && step == shown(current, ticket)) {
                item.addClassName("current");
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        }
        add(list);
    }

    private static StepKind current(CaseSheet of) {
        return switch (of.row().state()) {
            case SUBMITTED, SUPPLEMENT, NOT_ACCEPTED ->
                    of.row().track() == ServiceTrack.TICKET ? StepKind.REVIEW : StepKind.ACCEPT;
            case ACCEPTED ->
                    of.step().ordinal() >= StepKind.DECIDE.ordinal()
                            ? StepKind.DECIDE
                            : StepKind.REVIEW;
            case DECIDED -> StepKind.DELIVER;
            case DELIVERED, ARCHIVED -> StepKind.ARCHIVE;
            case WITHDRAWN -> of.step();
        };
    }

    private static StepKind shown(StepKind current, boolean ticket) {
        return ticket && current == StepKind.DECIDE ? StepKind.REVIEW : current;
    }

    private static @Nullable LocalDate day(CaseSheet of, StepKind step) {
        return switch (step) {
            case APPLY, PRECHECK -> last(of.events(), Set.of(CaseAct.SUBMIT));
            case ACCEPT ->
                    last(
                            of.events(),
                            Set.of(CaseAct.ACCEPT, CaseAct.ACCEPT_DEFERRED, CaseAct.DEEM_ACCEPTED));
            case REVIEW -> null;
            case DECIDE ->
                    last(
                            of.events(),
                            Set.of(CaseAct.DECIDE, CaseAct.UPPER_DECIDED, CaseAct.ANSWER));
            case DELIVER, ARCHIVE -> last(of.events(), Set.of(CaseAct.DELIVER, CaseAct.ANSWER));
        };
    }

    private static @Nullable LocalDate last(List<CaseEvent> events, Set<CaseAct> acts) {
        return events.stream()
                .filter(event -> acts.contains(event.act()))
                .map(CaseEvent::on)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
