package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.fact;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Arrays;
import java.util.List;
import org.kaiyuan.platform.calendar.DayExplained;
import org.kaiyuan.services.CaseClockView;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.CaseStop;
import org.kaiyuan.services.StopReason;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** The clock as the law counts it: what is left, until when, where it stood still, and why each day counts or does not. */
class PortalClockPane extends Section {
    final Button explain = new Button();
    private final transient PortalServiceDoors doors;
    private final transient CaseClockView clock;

    PortalClockPane(PortalServiceDoors doors, CaseSheet of) {
        this.doors = doors;
        clock = doors.cases().clock(of.row().id());
        addClassNames("form-group", "clock");
        add(new H2(word(this, "clock")), figures(of));
        if (clock.missingYear() != null) {
            var unknown =
                    new Paragraph(
                            word(this, "clock.missingYear", String.valueOf(clock.missingYear())));
            unknown.addClassName("bad");
            add(unknown);
        }
        if (!clock.stops().isEmpty()) {
            var list = new UnorderedList();
            clock.stops().forEach(stop -> list.add(new ListItem(said(stop))));
            add(list);
        }
        explain.setText(word(this, "clock.explain"));
        explain.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        explain.setVisible(!clock.days().isEmpty());
        explain.addClickListener(click -> days().open());
        add(explain);
    }

    private Div figures(CaseSheet of) {
        var facts = new Div();
        facts.addClassName("guide-figures");
        var state = of.row().state();
        if (PortalCaseCard.ended(state)) {
            facts.add(fact(word(this, "clock.left"), word(this, ended(state))));
        } else if (clock.stopped()) {
            facts.add(fact(word(this, "clock.left"), word(this, "case.stopped")));
        } else if (clock.remaining() != null) {
            int left = clock.remaining();
            facts.add(
                    left < 0
                            ? fact(word(this, "clock.over"), word(this, "days", -left))
                            : fact(word(this, "clock.left"), word(this, "days", left)));
        } else if (of.row().remaining() != null) {
            facts.add(fact(word(this, "clock.accept"), word(this, "days", of.row().remaining())));
        }
        if (clock.startedOn() == null && !PortalCaseCard.ended(state)) {
            facts.add(fact(word(this, "clock.started"), word(this, "clock.notYet")));
        } else if (clock.startedOn() != null) {
            facts.add(
                    fact(
                            word(this, clock.deemed() ? "clock.deemed" : "clock.started"),
                            Shown.date(clock.startedOn())));
        }
        if (clock.dueOn() != null) {
            facts.add(fact(word(this, "clock.due"), Shown.date(clock.dueOn())));
        } else if (of.row().dueOn() != null && !PortalCaseCard.ended(state)) {
            facts.add(fact(word(this, "clock.acceptDue"), Shown.date(of.row().dueOn())));
        }
        facts.add(fact(word(this, "guide.promised"), word(this, "days", clock.promisedDays())));
        if (clock.statutoryDays() != null) {
            facts.add(
                    fact(word(this, "guide.statutory"), word(this, "days", clock.statutoryDays())));
        }
        if (clock.extensionDays() > 0) {
            facts.add(
                    fact(word(this, "clock.extended"), word(this, "days", clock.extensionDays())));
        }
        return facts;
    }

    private static String ended(CaseState state) {
        return switch (state) {
            case WITHDRAWN -> "clock.withdrawn";
            case NOT_ACCEPTED -> "clock.notAccepted";
            case SUBMITTED, SUPPLEMENT, ACCEPTED, DECIDED, DELIVERED, ARCHIVED -> "clock.decided";
        };
    }

    private String said(CaseStop stop) {
        var why = doors.messages().of(PortalPieces.locale(this), stop.reason());
        return stop.to() == null
                ? word(this, "clock.stop.open", Shown.date(stop.from()), why, stop.document())
                : word(
                        this,
                        "clock.stop",
                        Shown.date(stop.from()),
                        Shown.date(stop.to()),
                        why,
                        stop.document());
    }

    Dialog days() {
        var table =
                new PlainTable(
                                word(this, "clock.explain"),
                                List.of(
                                        word(this, "clock.day"),
                                        word(this, "clock.why"),
                                        word(this, "clock.count")))
                        .numbersFrom(2);
        // it scrolls, so the keyboard must get at it
        table.getElement().setAttribute("tabindex", "0");
        table.getElement().setAttribute("role", "region");
        table.getElement().setAttribute("aria-label", word(this, "clock.explain"));
        clock.days()
                .forEach(day ->
                        table.row(
                                Shown.date(day.day()),
                                why(day),
                                day.counted() == 0
                                        ? Shown.NOTHING
                                        : String.valueOf(day.counted())));
        var dialog =
                new Dialog(
                        word(this, "clock.explain"),
                        new Paragraph(word(this, "clock.rule")),
                        table);
        dialog.setWidth("min(560px, 94vw)");
        dialog.addClassName("clock-days");
        dialog.getFooter().add(new Button(getTranslation("ui.close"), click -> dialog.close()));
        return dialog;
    }

    private String why(DayExplained day) {
        var nature = doors.messages().of(PortalPieces.locale(this), day.nature());
        var named = day.holiday() == null ? nature : nature + " · " + day.holiday();
        return day.stop() == null ? named : word(this, "clock.stood", stop(day.stop()));
    }

    private String stop(String named) {
        return Arrays.stream(StopReason.values())
                .filter(reason -> reason.name().equals(named))
                .findFirst()
                .map(reason -> doors.messages().of(PortalPieces.locale(this), reason))
                .orElse(named);
    }
}
