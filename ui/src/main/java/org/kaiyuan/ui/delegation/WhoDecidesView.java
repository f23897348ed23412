package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.Ruling;
import org.kaiyuan.delegation.WrittenEntry;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** Who decides a matter, at a place, on a day, by what was known then: one answer with its proof. */
@Route("delegation")
@RolesAllowed(DelegationPermissions.READ)
class WhoDecidesView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    final ComboBox<MatterChoice.Entry> matter;
    final TextField place = new TextField();
    final DayField day = new DayField();
    final DayField known = new DayField();
    final Div answer = new Div();

    private final transient DelegationDoors doors;
    private final transient MatterChoice choice;
    private boolean settling;

    WhoDecidesView(DelegationDoors doors) {
        this.doors = doors;
        choice = new MatterChoice(doors.catalogue());
        matter = choice.field();
        addClassNames("detail-page", "who-decides");
        answer.addClassName("ruling");
        answer.getElement().setAttribute("role", "status");
        add(
                new H1(getTranslation("ui.delegation.who")),
                new Paragraph(getTranslation("ui.delegation.who.detail")),
                bar(),
                answer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var given = event.getLocation().getQueryParameters();
        settling = true;
        matter.setValue(given.getSingleParameter("matter").map(this::matter).orElse(null));
        place.setValue(given.getSingleParameter("place").orElse(""));
        day.setValue(
                given.getSingleParameter("day").map(WhoDecidesView::day).orElse(doors.today()));
        known.setValue(given.getSingleParameter("known").map(WhoDecidesView::day).orElse(null));
        settling = false;
        answer();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.delegation.who") + " · " + getTranslation("ui.product");
    }

    private Component bar() {
        matter.setLabel(getTranslation("ui.delegation.matter"));
        matter.setPlaceholder(getTranslation("ui.delegation.matter.typed"));
        matter.setAutofocus(true);
        matter.addClassName("wide");
        matter.addValueChangeListener(change -> ask());
        place.setLabel(getTranslation("ui.delegation.place"));
        place.setPlaceholder(getTranslation("ui.delegation.place.whole"));
        place.setMaxLength(200);
        place.setClearButtonVisible(true);
        place.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        place.addValueChangeListener(change -> ask());
        day.setLabel(getTranslation("ui.delegation.day"));
        day.addValueChangeListener(change -> ask());
        known.setLabel(getTranslation("ui.delegation.known"));
        known.setHelperText(getTranslation("ui.delegation.known.help"));
        known.setClearButtonVisible(true);
        known.addValueChangeListener(change -> ask());
        var bar = new Div(matter, place, day, known);
        bar.addClassNames("form-grid", "who-asked");
        return bar;
    }

    private void ask() {
        if (settling) {
            return;
        }
        Map<String, List<String>> asked = new LinkedHashMap<>();
        if (matter.getValue() != null) {
            asked.put("matter", List.of(matter.getValue().id().toString()));
        }
        if (!place.getValue().isBlank()) {
            asked.put("place", List.of(place.getValue().strip()));
        }
        if (day.getValue() != null && !day.getValue().equals(doors.today())) {
            asked.put("day", List.of(day.getValue().toString()));
        }
        if (known.getValue() != null) {
            asked.put("known", List.of(known.getValue().toString()));
        }
        getUI().ifPresent(ui -> ui.navigate(WhoDecidesView.class, new QueryParameters(asked)));
    }

    private void answer() {
        answer.removeAll();
        var asked = matter.getValue();
        if (asked == null) {
            answer.add(new EmptyState(Glyph.Of.SEARCH, getTranslation("ui.delegation.who.empty")));
            return;
        }
        var where = place.getValue().isBlank() ? null : place.getValue().strip();
        var when = day.getValue() == null ? doors.today() : day.getValue();
        var then = known.getValue();
        var ruling =
                then == null
                        ? doors.who().decides(asked.id(), where, when)
                        : doors.who()
                                .decides(
                                        asked.id(),
                                        where,
                                        when,
                                        then.plusDays(1).atStartOfDay(HERE).toInstant());
        answer.add(verdict(asked, ruling, when, then));
        if (ruling.entry() != null) {
            answer.add(
                    new H2(getTranslation("ui.delegation.who.entry")),
                    new EntryFacts(doors, ruling.entry().note()));
        }
        others(ruling);
        chain(ruling);
        basis(asked.id());
    }

    private Component verdict(
            MatterChoice.Entry asked, Ruling ruling, LocalDate when, @Nullable LocalDate then) {
        var head = new Div();
        head.addClassNames("verdict", ruling.isHere() ? "here" : "elsewhere");
        var said =
                new Div(
                        new Glyph(ruling.isHere() ? Glyph.Of.CHECK : Glyph.Of.WARNING),
                        new Span(
                                ruling.isHere()
                                        ? getTranslation("ui.delegation.who.here")
                                        : getTranslation("ui.delegation.who.notHere")));
        said.addClassName("said");
        var body = new Div(Shown.text(ruling.body()));
        body.addClassName("body");
        var about = new Div(asked.name() + (asked.code() == null ? "" : " · " + asked.code()));
        about.addClassName("about");
        head.add(said, body, about);
        if (ruling.why() != null) {
            head.add(line(doors.messages().of(getLocale(), ruling.why())));
        }
        head.add(
                line(
                        then == null
                                ? getTranslation("ui.delegation.who.on", when)
                                : getTranslation("ui.delegation.who.on.known", when, then)));
        return head;
    }

    private static Div line(String text) {
        var line = new Div(text);
        line.addClassName("line");
        return line;
    }

    private void others(Ruling ruling) {
        if (ruling.others().isEmpty()) {
            return;
        }
        answer.add(new H2(getTranslation("ui.delegation.who.others")));
        ruling.others()
                .forEach(one ->
                        answer.add(
                                line(
                                        one.note().receivingBody()
                                                + " · "
                                                + Shown.text(
                                                        PowerCells.scope(
                                                                doors.messages(),
                                                                getLocale(),
                                                                one.note())))));
    }

    private void chain(Ruling ruling) {
        if (ruling.chain().isEmpty()) {
            return;
        }
        var steps = new Div();
        steps.addClassName("power-chain");
        steps.getElement().setAttribute("role", "list");
        ruling.chain().forEach(one -> steps.add(step(one)));
        answer.add(new H2(getTranslation("ui.delegation.who.chain")), steps);
    }

    private Component step(WrittenEntry one) {
        var note = one.note();
        var step =
                new Div(
                        new Span(note.effectiveOn().toString()),
                        PowerCells.act(doors.messages(), getLocale(), note.act()),
                        new Span(
                                getTranslation(
                                        "ui.delegation.chain." + note.act(),
                                        note.originalAuthority(),
                                        note.receivingBody(),
                                        doors.messages().of(getLocale(), note.mode()))),
                        new Span(
                                Shown.text(note.document().number())
                                        + (note.expiresOn() == null
                                                ? ""
                                                : " · "
                                                        + getTranslation(
                                                                "ui.delegation.until",
                                                                note.expiresOn()))));
        step.addClassName("chain-step");
        step.getElement().setAttribute("role", "listitem");
        return step;
    }

    private void basis(MatterId id) {
        var matter = doors.catalogue().get(id);
        answer.add(
                new H2(getTranslation("ui.delegation.bases")),
                new BasisLines(doors.messages(), matter.bases()),
                PowerCells.link(
                        DelegationNavigation.matter(id),
                        getTranslation("ui.delegation.who.matter")));
    }

    private MatterChoice.@Nullable Entry matter(String text) {
        try {
            return choice.of(new MatterId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
