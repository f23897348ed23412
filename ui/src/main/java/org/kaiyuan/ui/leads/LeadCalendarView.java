package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.CalendarDay;
import org.kaiyuan.leads.DueKind;
import org.kaiyuan.leads.LeadCalendar;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** A month of next actions, due days, milestones and fairs; the address holds the month and whose leads. */
@Route("leads/calendar")
@RolesAllowed(LeadPermissions.READ)
class LeadCalendarView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** Of one day; a link leads to the others. */
    private static final int ENTRIES = 4;

    final H2 title = new H2();
    final Checkbox mine = new Checkbox();
    final Div days = new Div();
    final Button before = new Button();
    final Button after = new Button();
    final Button thisMonth = new Button();

    private final transient LeadListDoors doors;
    private final transient LeadCalendar calendar;
    private final transient StageWords stages;
    private YearMonth month;
    private @Nullable LocalDate open;
    private boolean settling;

    LeadCalendarView(LeadListDoors doors, LeadCalendar calendar) {
        this.doors = doors;
        this.calendar = calendar;
        stages = doors.stages(getLocale());
        month = YearMonth.from(doors.today());
        before.setIcon(new Glyph(Glyph.Of.BACK));
        before.setAriaLabel(getTranslation("ui.leads.list.calendar.before"));
        before.addClickListener(click -> go(month.minusMonths(1), null));
        after.setIcon(new Glyph(Glyph.Of.BACK));
        after.addClassName("forward");
        after.setAriaLabel(getTranslation("ui.leads.list.calendar.after"));
        after.addClickListener(click -> go(month.plusMonths(1), null));
        thisMonth.setText(getTranslation("ui.today"));
        thisMonth.addClickListener(click -> go(YearMonth.from(doors.today()), null));
        mine.setLabel(getTranslation("ui.leads.list.calendar.mine"));
        mine.addValueChangeListener(change -> {
            if (!settling) {
                go(month, null);
            }
        });
        title.getElement().setAttribute("aria-live", "polite");
        var bar = new Div(before, title, after, thisMonth, mine);
        bar.addClassName("month-bar");
        days.addClassName("month");
        addClassNames("list-page", "calendar-page");
        var head = new Div(new H1(getTranslation("ui.leads.list.calendar")));
        head.addClassName("page-head");
        add(head, bar, days);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var given = event.getLocation().getQueryParameters();
        month =
                given.getSingleParameter("month")
                        .map(text -> read(text, YearMonth::parse))
                        .filter(one -> one.getYear() > 1900 && one.getYear() < 2200)
                        .orElse(YearMonth.from(doors.today()));
        open =
                given.getSingleParameter("day")
                        .map(text -> read(text, LocalDate::parse))
                        .orElse(null);
        settling = true;
        mine.setValue(!given.getSingleParameter("of").filter("all"::equals).isPresent());
        settling = false;
        answer();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.list.calendar") + " · " + getTranslation("ui.product");
    }

    private void go(YearMonth to, @Nullable LocalDate day) {
        var set = new LinkedHashMap<String, List<String>>();
        set.put("month", List.of(to.toString()));
        if (!mine.getValue()) {
            set.put("of", List.of("all"));
        }
        if (day != null) {
            set.put("day", List.of(day.toString()));
        }
        getUI().ifPresent(ui -> ui.navigate(LeadCalendarView.class, new QueryParameters(set)));
    }

    private void answer() {
        title.setText(
                getTranslation(
                        "ui.leads.list.calendar.month",
                        String.valueOf(month.getYear()),
                        String.valueOf(month.getMonthValue())));
        var first = month.atDay(1).with(DayOfWeek.MONDAY);
        var last = month.atEndOfMonth().with(DayOfWeek.SUNDAY);
        var filled =
                calendar.days(first, last, mine.getValue()).stream()
                        .collect(Collectors.toMap(CalendarDay::on, Function.identity()));
        days.removeAll();
        for (var day : DayOfWeek.values()) {
            var name = new Div(day.getDisplayName(TextStyle.SHORT, getLocale()));
            name.addClassName("weekday");
            days.add(name);
        }
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(cell(day, filled));
        }
    }

    private Div cell(LocalDate on, Map<LocalDate, CalendarDay> filled) {
        var cell = new Div();
        cell.addClassName("day");
        cell.setClassName("outside", !YearMonth.from(on).equals(month));
        cell.setClassName("today", on.equals(doors.today()));
        var figure = new Span(String.valueOf(on.getDayOfMonth()));
        figure.addClassName("figure");
        figure.getElement().setAttribute("aria-label", on.toString());
        figure.getElement().setAttribute("role", "img");
        cell.add(figure);
        var day = filled.get(on);
        cell.setClassName("empty", day == null);
        if (day == null) {
            return cell;
        }
        var list = new UnorderedList();
        int shown = on.equals(open) ? LeadCalendar.MOST_OF_A_DAY : ENTRIES;
        day.entries().stream().limit(shown).forEach(entry -> list.add(entry(entry, on)));
        cell.add(list);
        if (!on.equals(open) && day.entries().size() > shown) {
            var more =
                    new Button(
                            getTranslation(
                                    "ui.leads.list.calendar.more",
                                    Shown.figure(day.total() - shown)),
                            click -> go(month, on));
            more.addThemeNames("tertiary", "small");
            cell.add(more);
        } else if (day.total() > day.entries().size()) {
            var filter = new LeadFilter.Draft().dueUntil(on).filter();
            cell.add(
                    new Anchor(
                            LeadNavigation.dueFirst(filter),
                            getTranslation(
                                    "ui.leads.list.calendar.more",
                                    Shown.figure(day.total() - day.entries().size()))));
        }
        return cell;
    }

    private ListItem entry(CalendarDay.Entry of, LocalDate on) {
        var kind = new Span(what(of));
        kind.addClassNames("kind");
        var address =
                of.kind() == CalendarDay.Kind.FAIR
                        ? "leads?fair=" + of.id()
                        : LeadNavigation.lead(new LeadId(of.id()));
        var link = new Anchor(address);
        link.add(kind, new Span(of.title()));
        link.setTitle(of.title() + (of.detail() == null ? "" : " · " + what(of)));
        var item = new ListItem(link);
        item.addClassNames("entry", of.kind().name());
        item.setClassName("late", on.isBefore(doors.today()) && of.kind() != CalendarDay.Kind.FAIR);
        return item;
    }

    private String what(CalendarDay.Entry of) {
        var detail = of.detail();
        return switch (of.kind()) {
            case ACTION -> detail == null ? getTranslation("leads.column.nextAction") : detail;
            case DUE ->
                    detail == null ? "" : doors.messages().of(getLocale(), DueKind.valueOf(detail));
            case MILESTONE ->
                    getTranslation(
                            "ui.leads.list.calendar.milestone",
                            detail == null ? "" : stages.of(LeadStage.valueOf(detail)));
            case FAIR -> getTranslation("ui.leads.list.calendar.fair");
        };
    }

    private static <T> @Nullable T read(String text, Function<String, T> how) {
        try {
            return how.apply(text);
        } catch (DateTimeParseException notUnderstood) {
            return null;
        }
    }
}
