package org.kaiyuan.ui.calendar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kaiyuan.platform.calendar.CalendarKeeping;
import org.kaiyuan.platform.calendar.CalendarPermissions;
import org.kaiyuan.platform.calendar.CalendarYear;
import org.kaiyuan.platform.calendar.DayNature;
import org.kaiyuan.platform.calendar.Holiday;
import org.kaiyuan.platform.calendar.YearState;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Which years' holidays are known, and entering those of the next: the year stands in the address. */
@Route("calendar")
@RolesAllowed(CalendarPermissions.MAINTAIN)
class CalendarView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Grid<CalendarYear> years = new Grid<>();
    final Grid<Holiday> days = new Grid<>();
    final YearSheet sheet = new YearSheet();
    final DatePicker day = new DatePicker();
    final TextField name = new TextField();
    final Select<DayNature> nature = new Select<>();
    final Button enter = new Button();
    final Button whole = new Button();
    final Button forget = new Button();
    final Span told = new Span();
    private final H2 heading = new H2();
    private final transient CalendarKeeping keeping;
    private final transient Messages messages;
    private final transient Clock clock;
    private int year;

    CalendarView(CalendarKeeping keeping, Messages messages, Clock clock) {
        this.keeping = keeping;
        this.messages = messages;
        this.clock = clock;
        addClassNames("detail-page", "calendar-page");
        add(
                new H1(getTranslation("ui.calendar")),
                new Paragraph(getTranslation("ui.calendar.detail")));
        var beside = new Div(list(), desk());
        beside.addClassName("calendar-desk");
        add(beside);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getSingleParameter("year").orElse("");
        year = asked.matches("\\d{4}") ? Integer.parseInt(asked) : LocalDate.now(clock).getYear();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.calendar") + " · " + getTranslation("ui.product");
    }

    private Component list() {
        years.addColumn(CalendarYear::year).setHeader(getTranslation("ui.calendar.year"));
        years.addComponentColumn(this::state)
                .setAutoWidth(true)
                .setHeader(getTranslation("ui.calendar.state"));
        years.addColumn(one -> one.days() == 0 ? "" : Shown.figure(one.days()))
                .setTextAlign(ColumnTextAlign.END)
                .setHeader(getTranslation("ui.calendar.days"));
        years.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                selection
                        .getFirstSelectedItem()
                        .ifPresent(one ->
                                getUI().ifPresent(ui ->
                                        ui.navigate(
                                                CalendarView.class,
                                                com.vaadin.flow.router.QueryParameters.of(
                                                        "year", Integer.toString(one.year())))));
            }
        });
        years.addClassName("calendar-years");
        return years;
    }

    private Component desk() {
        day.setLabel(getTranslation("ui.calendar.day"));
        day.setLocale(getLocale());
        name.setLabel(getTranslation("ui.calendar.name"));
        name.setMaxLength(40);
        nature.setLabel(getTranslation("ui.calendar.nature"));
        nature.setItems(DayNature.HOLIDAY, DayNature.MADE_UP);
        nature.setValue(DayNature.HOLIDAY);
        nature.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        enter.setText(getTranslation("ui.calendar.enter"));
        enter.addClickListener(click -> enter());
        whole.setText(getTranslation("ui.calendar.whole"));
        whole.setIcon(new Glyph(Glyph.Of.CHECK));
        whole.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        whole.addClickListener(click -> {
            keeping.declareWhole(year);
            Tell.done(getTranslation("ui.calendar.isWhole", Integer.toString(year)));
            refresh();
        });
        forget.setText(getTranslation("ui.calendar.forget"));
        forget.setIcon(new Glyph(Glyph.Of.TRASH));
        forget.addClickListener(click -> askToForget());
        var line = new Div(day, name, nature, enter);
        line.addClassName("form-row");
        var actions = new Div(whole, forget);
        actions.addClassName("actions");
        told.addClassName("told");
        days.addColumn(Holiday::day).setHeader(getTranslation("ui.calendar.day"));
        days.addColumn(Holiday::name).setHeader(getTranslation("ui.calendar.name"));
        days.addColumn(one ->
                        messages.of(
                                getLocale(), one.working() ? DayNature.MADE_UP : DayNature.HOLIDAY))
                .setHeader(getTranslation("ui.calendar.nature"));
        days.addComponentColumn(this::removing)
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setHeader(getTranslation("ui.calendar.remove"));
        days.setAllRowsVisible(true);
        days.setEmptyStateComponent(
                new EmptyState(Glyph.Of.CALENDAR, getTranslation("ui.calendar.none")));
        var section = new Section(heading, told, actions, sheet, legend(), line, upload(), days);
        section.addClassName("calendar-year");
        return section;
    }

    private Component legend() {
        var legend = new Div();
        legend.addClassName("year-legend");
        for (var one : List.of(DayNature.HOLIDAY, DayNature.MADE_UP, DayNature.WEEKEND)) {
            var key = new Span(messages.of(getLocale(), one));
            key.addClassName(
                    Map.of(
                                    DayNature.HOLIDAY, "off",
                                    DayNature.MADE_UP, "made-up",
                                    DayNature.WEEKEND, "weekend")
                            .get(one));
            legend.add(key);
        }
        return legend;
    }

    private Component upload() {
        var upload = new Upload();
        upload.setAcceptedFileExtensions(".csv", ".xlsx", ".txt");
        upload.setMaxFiles(1);
        upload.setWidthFull();
        upload.setUploadButton(new Button(getTranslation("ui.calendar.import")));
        upload.setDropLabel(new Span(getTranslation("ui.calendar.import.detail")));
        upload.setUploadHandler(this::bring);
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    private void bring(UploadEvent event) throws IOException {
        var ui = event.getUI();
        try (var content = event.getInputStream()) {
            int brought = keeping.bring(year, content);
            ui.access(() -> {
                Tell.done(getTranslation("ui.calendar.imported", Integer.toString(year), brought));
                refresh();
            });
        } catch (Refusal refusal) {
            var sentence = messages.text(ui.getLocale(), refusal);
            event.reject(sentence);
            ui.access(() -> Tell.refused(sentence));
        }
    }

    private void enter() {
        if (day.getValue() == null) {
            day.setInvalid(true);
            day.setErrorMessage(getTranslation("ui.calendar.day.none"));
            return;
        }
        keeping.enter(
                new Holiday(
                        day.getValue(), name.getValue(), nature.getValue() == DayNature.MADE_UP));
        day.setValue(day.getValue().plusDays(1)); // holidays come in rows
        refresh();
    }

    private void askToForget() {
        var ask =
                new ConfirmDialog(
                        getTranslation("ui.calendar.forget.ask", Integer.toString(year)),
                        getTranslation("ui.calendar.forget.detail"),
                        getTranslation("ui.calendar.forget"),
                        confirmed -> {
                            keeping.forget(year);
                            refresh();
                        });
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.open();
    }

    private Component removing(Holiday holiday) {
        var remove =
                new Button(
                        new Glyph(Glyph.Of.CLOSE),
                        click -> {
                            keeping.remove(holiday.day());
                            refresh();
                        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(getTranslation("ui.calendar.remove") + " " + holiday.day());
        remove.setVisible(entered());
        return remove;
    }

    void refresh() {
        var all = keeping.years();
        years.setItems(all);
        var now =
                all.stream()
                        .filter(one -> one.year() == year)
                        .findFirst()
                        .orElse(new CalendarYear(year, YearState.MISSING, false, 0, null, null));
        all.stream().filter(one -> one.year() == year).forEach(years::select);
        var named = keeping.days(year);
        var shown = new ArrayList<>(keeping.days(year + 1));
        shown.addAll(named);
        sheet.show(year, shown);
        days.setItems(named);
        days.getColumns().getLast().setVisible(entered());
        heading.setText(
                getTranslation(
                        "ui.calendar.heading",
                        Integer.toString(year),
                        messages.of(getLocale(), now.state())));
        told.setText(told(now));
        whole.setVisible(now.draft());
        forget.setVisible(entered());
    }

    private boolean entered() {
        return years.getSelectedItems().stream()
                .anyMatch(one -> one.draft() || one.state() == YearState.COMPLETE);
    }

    private String told(CalendarYear now) {
        if (now.changedBy() != null) {
            return getTranslation(
                    now.draft() ? "ui.calendar.told.draft" : "ui.calendar.told.complete",
                    now.changedBy(),
                    Shown.moment(now.changedAt()));
        }
        return getTranslation(
                now.known() ? "ui.calendar.told.builtIn" : "ui.calendar.told.missing");
    }

    private Span state(CalendarYear one) {
        var chip = new Span(messages.of(getLocale(), one.state()));
        chip.addClassName("chip");
        if (one.state() == YearState.MISSING) {
            chip.addClassName("bad");
        } else if (one.draft()) {
            chip.addClassName("waiting");
        }
        return chip;
    }
}
