package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.PowerUseFilter;
import org.kaiyuan.delegation.PowerUseFilter.Only;
import org.kaiyuan.delegation.UseFigures;
import org.kaiyuan.delegation.UsedPower;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 用权情况: the zone's powers and how each is used. The address says which. */
@Route("delegation/use")
@RolesAllowed(DelegationPermissions.READ)
class PowerUseView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** What is listed; all but the first are of {@link Only}. */
    enum Show {
        ALL,
        UNUSED,
        OVERDUE,
        OVERTURNED,
        EXPIRING;

        @Nullable Only only() {
            return this == ALL ? null : Only.valueOf(name());
        }
    }

    private static final int PAGE = 50;

    final RadioButtonGroup<Show> show = new RadioButtonGroup<>();
    final TextField typed = new TextField();
    final ComboBox<String> authority = new ComboBox<>();
    final Grid<UsedPower> rows = new Grid<>();
    final Div told = new Div();
    private final transient PowerUseDoors doors;
    private final transient PowerUseDialogs dialogs;
    private final transient KeysetPages<UsedPower> pages;
    private transient PowerUseFilter filter = PowerUseFilter.ALL;
    private transient String words = "";
    private boolean settling;

    PowerUseView(PowerUseDoors doors) {
        this.doors = doors;
        dialogs = new PowerUseDialogs(doors, this, this::entered);
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page =
                            doors.used()
                                    .powers(
                                            filter,
                                            after == null
                                                    ? null
                                                    : new EntryId(UUID.fromString(after)),
                                            limit);
                    return new KeysetPages.Page<>(
                            page.items(), page.next() == null ? null : page.next().toString());
                });
        addClassNames("list-page", "power-use");
        setSizeFull();
        told.addClassName("told");
        told.getElement().setAttribute("role", "status");
        fields();
        columns();
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.decides()) {
            actions.add(
                    new Button(
                            getTranslation("ui.powerUse.rules"),
                            new Glyph(Glyph.Of.TAG),
                            click -> new PowerUseRulesDialog(doors, this::entered).open()));
        }
        var head = new Div(new H1(getTranslation("ui.powerUse")), actions);
        head.addClassName("page-head");
        var bar = new Div(show, typed, authority);
        bar.addClassName("filter-bar");
        add(head, bar, told, rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        settling = true;
        show.setValue(
                Arrays.stream(Show.values())
                        .filter(one ->
                                asked.getSingleParameter("only")
                                        .filter(one.name()::equals)
                                        .isPresent())
                        .findFirst()
                        .orElse(Show.ALL));
        words = asked.getSingleParameter("q").map(String::strip).orElse("");
        if (!typed.getValue().strip().equals(words)) {
            typed.setValue(words);
        }
        var from = asked.getSingleParameter("authority").orElse(null);
        var authorities = doors.used().authorities();
        authority.setItems(authorities);
        authority.setVisible(authorities.size() > 1 || from != null);
        authority.setValue(authorities.contains(from) ? from : null);
        settling = false;
        filter =
                new PowerUseFilter(
                        show.getValue().only(),
                        from,
                        words.isEmpty() ? null : doors.catalogue().ids(words));
        answer();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.powerUse") + " · " + getTranslation("ui.product");
    }

    private void fields() {
        show.setItems(Show.values());
        show.setValue(Show.ALL);
        show.setAriaLabel(word("show"));
        show.addClassName("segments");
        show.addValueChangeListener(change -> ask());
        typed.setPlaceholder(word("typed"));
        typed.setAriaLabel(word("typed"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        typed.addValueChangeListener(change -> ask());
        authority.setPlaceholder(getTranslation("ui.readiness.authority"));
        authority.setAriaLabel(getTranslation("ui.readiness.authority"));
        authority.setClearButtonVisible(true);
        authority.addValueChangeListener(change -> ask());
    }

    /** What the fields say goes into the address; the page follows it. */
    private void ask() {
        if (settling) {
            return;
        }
        var parameters = new LinkedHashMap<String, List<String>>();
        if (show.getValue() != Show.ALL) {
            parameters.put("only", List.of(show.getValue().name()));
        }
        if (!typed.getValue().isBlank()) {
            parameters.put("q", List.of(typed.getValue().strip()));
        }
        if (authority.getValue() != null) {
            parameters.put("authority", List.of(authority.getValue()));
        }
        getUI().ifPresent(ui -> ui.navigate(PowerUseView.class, new QueryParameters(parameters)));
    }

    private void answer() {
        var sums = doors.used().sums(filter);
        settling = true;
        show.setItemLabelGenerator(one ->
                word(
                        "show." + one,
                        switch (one) {
                            case ALL -> sums.powers();
                            case UNUSED -> sums.unused();
                            case OVERDUE -> sums.overdue();
                            case OVERTURNED -> sums.overturned();
                            case EXPIRING -> sums.expiring();
                        }));
        settling = false;
        tell();
        pages.forget();
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setEmptyStateComponent(empty(sums.powers()));
    }

    private void entered() {
        Tell.done(getTranslation("ui.form.saved"));
        answer();
    }

    /** Grants that have run out and of which no list says so. */
    private void tell() {
        told.removeAll();
        var gone = doors.expiries().expiriesToRecord(null, PAGE);
        told.setVisible(!gone.items().isEmpty());
        if (gone.items().isEmpty()) {
            return;
        }
        var many = gone.items().size() + (gone.next() == null ? "" : "+");
        told.add(new Span(word("expired", many, gone.items().getFirst().matterName())));
        if (doors.writes()) {
            var record = new Button(word("expired.record"), click -> recordExpiries());
            record.addThemeVariants(ButtonVariant.LUMO_SMALL);
            told.add(record);
        }
    }

    void recordExpiries() {
        int drafted = doors.expiries().record().values().stream().mapToInt(i -> i).sum();
        Tell.done(word("expired.recorded", drafted));
        answer();
    }

    private Component empty(int powers) {
        if (powers == 0 && filter.originalAuthority() == null && words.isEmpty()) {
            return new EmptyState(
                    Glyph.Of.FILE,
                    word("none"),
                    PowerUseCells.link("delegation/lists", getTranslation("ui.readiness.none.go")));
        }
        return new EmptyState(Glyph.Of.CHECK, word("none." + show.getValue()));
    }

    private void columns() {
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addComponentColumn(this::power)
                .setHeader(word("power"))
                .setFlexGrow(3)
                .setWidth("220px");
        rows.addComponentColumn(PowerUseView::bodies)
                .setHeader(word("bodies"))
                .setFlexGrow(2)
                .setWidth("160px");
        figure("decisions", UseFigures::decisions, "100px");
        rows.addColumn(one -> Shown.date(one.figures().lastUsedOn()))
                .setHeader(word("lastUsedOn"))
                .setFlexGrow(0)
                .setWidth("110px");
        figure("open", UseFigures::open, "64px");
        figure("overdue", UseFigures::overdue, "64px");
        figure("overturned", UseFigures::overturned, "76px");
        rows.addComponentColumn(this::attention)
                .setHeader(word("attention"))
                .setFlexGrow(2)
                .setWidth("160px");
        if (doors.writes()) {
            rows.addComponentColumn(this::acts).setFlexGrow(0).setWidth("170px");
        }
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.powerUse"),
                this::power,
                one ->
                        Narrow.line(
                                word(
                                        "card",
                                        one.figures().decisions(),
                                        Shown.date(one.figures().lastUsedOn()),
                                        one.figures().open())),
                this::attention,
                this::acts);
    }

    private void figure(String key, ToIntFunction<UseFigures> figure, String width) {
        rows.addColumn(one -> Shown.figure(figure.applyAsInt(one.figures())))
                .setHeader(word(key))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth(width);
    }

    private Component power(UsedPower one) {
        return PowerUseCells.named(
                PowerUseCells.link("delegation/use/" + one.entry(), one.matterName()),
                one.matterCode() == null
                        ? one.subPark()
                        : one.matterCode() + (one.subPark() == null ? "" : " · " + one.subPark()));
    }

    private static Component bodies(UsedPower one) {
        return PowerUseCells.named(new Span(one.receivingBody()), one.originalAuthority());
    }

    private Component attention(UsedPower one) {
        var chips = new Div();
        chips.addClassName("chips");
        if (one.unusedSince() != null) {
            chips.add(
                    PowerUseCells.chip(
                            word(
                                    one.figures().lastUsedOn() == null ? "never" : "unused",
                                    Shown.date(one.unusedSince())),
                            "waiting"));
        }
        if (one.figures().overdue() > 0) {
            chips.add(PowerUseCells.chip(word("chip.overdue", one.figures().overdue()), "bad"));
        }
        if (one.figures().overturned() > 0) {
            chips.add(
                    PowerUseCells.chip(word("chip.overturned", one.figures().overturned()), "bad"));
        }
        if (one.expiresOn() != null && !one.expiresOn().isAfter(doors.today().plusDays(90))) {
            chips.add(
                    PowerUseCells.chip(
                            word("chip.expires", Shown.date(one.expiresOn())), "waiting"));
        }
        return chips;
    }

    private Component acts(UsedPower one) {
        var acts = new Div();
        acts.addClassName("row-acts");
        if (doors.writes()) {
            acts.add(
                    small(word("enter"), () -> dialogs.one(one.entry(), one.matterName(), null)),
                    small(word("enterMonth"), () -> dialogs.month(one.entry(), one.matterName())));
        }
        return acts;
    }

    private static Button small(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.powerUse." + key, arguments);
    }
}
