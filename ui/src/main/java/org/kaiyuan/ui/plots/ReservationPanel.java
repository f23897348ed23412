package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.plots.ReservationLine;
import org.kaiyuan.plots.ReservationState;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.leads.LeadNavigation;

/** For whom a plot is held, who waits for it, and how it was before. */
class ReservationPanel extends Div {
    /** Days by which a reservation is usually put off. */
    private static final int USUAL_DAYS = 30;

    private final transient PlotDoors doors;
    private final SerializableRunnable changed;

    ReservationPanel(PlotDoors doors, PlotId plot, SerializableRunnable changed) {
        this.doors = doors;
        this.changed = changed;
        var lines = doors.reservations().of(plot);
        if (lines.isEmpty()) {
            add(new EmptyState(Glyph.Of.BOOKMARK, getTranslation("ui.plots.reservations.none")));
            return;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.plots.tab.reservations"),
                        List.of(
                                getTranslation("ui.plots.reserve.lead"),
                                getTranslation("plots.column.state"),
                                getTranslation("plots.column.until"),
                                getTranslation("ui.plots.reservations.by"),
                                getTranslation("ui.plots.reservations.acts")));
        lines.forEach(line ->
                table.row(
                        lead(line), state(line), Shown.date(line.until()), made(line), acts(line)));
        add(table);
    }

    private Component lead(ReservationLine line) {
        return line.lead() == null
                ? new Span(getTranslation("ui.plots.reservations.hidden"))
                : new Anchor(
                        LeadNavigation.lead(new org.kaiyuan.leads.LeadId(line.lead())),
                        Shown.text(line.leadName()));
    }

    private Component state(ReservationLine line) {
        var said = doors.messages().of(getLocale(), line.state());
        return PlotCells.chip(
                line.place() == null ? said : said + " " + line.place(),
                line.state() == ReservationState.HELD ? "waiting" : "tag");
    }

    private static String made(ReservationLine line) {
        return line.madeBy() + " · " + Shown.moment(line.madeAt());
    }

    private Component acts(ReservationLine line) {
        boolean alive =
                line.state() == ReservationState.HELD || line.state() == ReservationState.QUEUED;
        if (!alive || !doors.person().may(PlotPermissions.RESERVE)) {
            return new Span(line.endReason() == null ? "" : line.endReason());
        }
        var longer =
                new Button(getTranslation("ui.plots.reservations.extend"), click -> extend(line));
        var release =
                new Button(getTranslation("ui.plots.reservations.release"), click -> release(line));
        longer.addThemeVariants(ButtonVariant.LUMO_SMALL);
        release.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var acts = new Div(longer, release);
        acts.addClassName("actions");
        return acts;
    }

    private void extend(ReservationLine line) {
        var until = new DayField();
        var latest = doors.today().plusDays(PlotReservations.MOST_DAYS);
        var usual = line.until().plusDays(USUAL_DAYS);
        until.setValue(usual.isAfter(latest) ? latest : usual);
        until.setMin(line.until().plusDays(1));
        until.setMax(latest);
        ask(
                "ui.plots.reservations.extend",
                until,
                () -> {
                    var needed = new Needed();
                    var day = needed.day("until", until.getValue());
                    needed.refuse();
                    doors.reservations().extend(line.id(), day);
                    changed.run();
                });
    }

    private void ask(String key, DatePicker until, SerializableRunnable act) {
        var dialog = new AskDialog(getTranslation(key), getTranslation("ui.form.save"), act);
        dialog.with("until", getTranslation("plots.column.until"), until);
        dialog.open();
    }

    private void release(ReservationLine line) {
        var reason = new TextArea();
        var dialog =
                new AskDialog(
                        getTranslation("ui.plots.reservations.release"),
                        getTranslation("ui.plots.reservations.release"),
                        () -> {
                            doors.reservations()
                                    .release(
                                            line.id(),
                                            reason.getValue().isBlank() ? null : reason.getValue());
                            changed.run();
                        });
        reason.setMaxLength(500);
        dialog.with("reason", getTranslation("ui.why"), reason);
        dialog.open();
    }
}
