package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.kaiyuan.platform.calendar.DayExplained;
import org.kaiyuan.services.CaseClockView;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** The clock as the law counts it: when it began, when it stood, and why each day counts or does not. */
class CaseClockPanel extends Section {
    final Button explain = new Button();
    private final transient CaseDoors doors;
    private final transient CaseClockView clock;

    CaseClockPanel(CaseDoors doors, CaseSheet sheet, CaseClockView clock) {
        this.doors = doors;
        this.clock = clock;
        addClassNames("side-card", "case-clock");
        add(new H2(word("clock")));
        if (clock.missingYear() != null) {
            var missing =
                    new Paragraph(word("clock.missingYear", String.valueOf(clock.missingYear())));
            missing.addClassName("side-warning");
            add(missing);
        }
        add(
                CaseCells.facts(
                        CaseCells.fact(
                                word("clock.startedOn"),
                                clock.startedOn() == null
                                        ? word("clock.notStarted")
                                        : Shown.date(clock.startedOn())
                                                + (clock.deemed()
                                                        ? " " + word("clock.deemed")
                                                        : "")),
                        CaseCells.fact(
                                word("clock.promised"),
                                word("days", clock.promisedDays())
                                        + (clock.extensionDays() > 0
                                                ? " "
                                                        + word(
                                                                "clock.extended",
                                                                clock.extensionDays())
                                                : "")),
                        CaseCells.fact(
                                word("clock.statutory"),
                                clock.statutoryDays() == null
                                        ? word("clock.noLaw")
                                        : word("days", clock.statutoryDays())),
                        CaseCells.fact(
                                word("supplementDueOn"), Shown.date(sheet.supplementDueOn())),
                        CaseCells.fact(word("deferredDueOn"), Shown.date(sheet.deferredDueOn()))));
        if (!clock.stops().isEmpty()) {
            add(stops());
        }
        explain.setText(word("clock.explain"));
        explain.addThemeVariants(ButtonVariant.LUMO_SMALL);
        explain.addClickListener(click -> explained().open());
        explain.setVisible(!clock.days().isEmpty());
        add(explain);
    }

    private PlainTable stops() {
        var table =
                new PlainTable(
                        word("clock.stops"),
                        List.of(word("stop.reason"), word("stop.span"), word("stop.document")));
        for (var stop : clock.stops()) {
            table.row(
                    doors.messages().of(getLocale(), stop.reason()),
                    Shown.date(stop.from())
                            + " – "
                            + (stop.to() == null ? word("stop.still") : Shown.date(stop.to())),
                    stop.document());
        }
        return table;
    }

    Dialog explained() {
        var dialog = new Dialog(word("clock.explain"));
        dialog.setWidth("min(720px, 96vw)");
        var table =
                new PlainTable(
                        word("clock.explain"),
                        List.of(word("day"), word("day.nature"), word("day.counted")));
        for (var day : clock.days()) {
            table.row(
                    Shown.date(day.day()),
                    nature(day),
                    day.counted() == 0
                            ? word("day.notCounted")
                            : word("day.number", day.counted()));
        }
        var rule = new Paragraph(word("clock.rule"));
        rule.addClassName("lead-quiet");
        var days = new Div(rule, table);
        days.addClassName("days-explained");
        dialog.add(days);
        dialog.getFooter().add(new Button(getTranslation("ui.close"), click -> dialog.close()));
        return dialog;
    }

    private String nature(DayExplained day) {
        var nature = doors.messages().of(getLocale(), day.nature());
        var named = day.holiday() == null ? nature : nature + "（" + day.holiday() + "）";
        return day.stop() == null ? named : named + " · " + word("stopped") + " " + day.stop();
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
