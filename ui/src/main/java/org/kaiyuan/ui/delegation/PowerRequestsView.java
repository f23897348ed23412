package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.delegation.AnswerStep;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.PowerRequestId;
import org.kaiyuan.delegation.PowerRequestRow;
import org.kaiyuan.delegation.RequestSide;
import org.kaiyuan.delegation.RequestState;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** 赋权需求: what the zone asks for; of a supervisor what it was asked. The address says in which states. */
@Route("delegation/requests")
@RolesAllowed(DelegationPermissions.READ)
class PowerRequestsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    final MultiSelectComboBox<RequestState> states = new MultiSelectComboBox<>();
    final Grid<PowerRequestRow> rows = new Grid<>();
    private final boolean asks;
    private final transient PowerUseDoors doors;
    private final transient KeysetPages<PowerRequestRow> pages;
    private boolean settling;

    PowerRequestsView(PowerUseDoors doors) {
        this.doors = doors;
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page =
                            doors.requests()
                                    .list(
                                            states.getValue(),
                                            after == null
                                                    ? null
                                                    : new PowerRequestId(UUID.fromString(after)),
                                            limit);
                    return new KeysetPages.Page<>(
                            page.items(), page.next() == null ? null : page.next().toString());
                });
        addClassNames("list-page", "power-requests");
        setSizeFull();
        states.setItems(RequestState.values());
        states.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        states.setPlaceholder(word("states"));
        states.setAriaLabel(word("states"));
        states.addValueChangeListener(change -> ask());
        columns();
        var actions = new Div();
        actions.addClassName("actions");
        asks = doors.writes() && doors.requests().asks();
        if (asks) {
            actions.add(fresh());
        }
        var head = new Div(new H1(getTranslation("ui.powerRequest")), actions);
        head.addClassName("page-head");
        var bar = new Div(states);
        bar.addClassName("filter-bar");
        add(head, new Paragraph(word("detail")), bar, rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = EnumSet.noneOf(RequestState.class);
        event
                .getLocation()
                .getQueryParameters()
                .getParameters()
                .getOrDefault("state", List.of())
                .stream()
                .flatMap(name ->
                        Arrays.stream(RequestState.values()).filter(one -> one.name().equals(name)))
                .forEach(wanted::add);
        settling = true;
        states.setValue(Set.copyOf(wanted));
        settling = false;
        pages.forget();
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setEmptyStateComponent(empty());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.powerRequest") + " · " + getTranslation("ui.product");
    }

    private void ask() {
        if (settling) {
            return;
        }
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!states.getValue().isEmpty()) {
            parameters.put("state", states.getValue().stream().map(Enum::name).sorted().toList());
        }
        getUI().ifPresent(ui ->
                ui.navigate(PowerRequestsView.class, new QueryParameters(parameters)));
    }

    private Button fresh() {
        var fresh =
                new Button(
                        word("new"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> getUI().ifPresent(ui -> ui.navigate(PowerRequestFormView.NEW)));
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return fresh;
    }

    private EmptyState empty() {
        if (!states.getValue().isEmpty()) {
            return new EmptyState(
                    Glyph.Of.FILTER,
                    word("nothing"),
                    new Button(
                            getTranslation("ui.filter.clear"), click -> states.setValue(Set.of())));
        }
        return asks
                ? new EmptyState(Glyph.Of.STAR, word("none"), fresh())
                : new EmptyState(Glyph.Of.STAR, word("none"));
    }

    private void columns() {
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addComponentColumn(this::named)
                .setHeader(word("matter"))
                .setFlexGrow(3)
                .setWidth("240px");
        rows.addComponentColumn(this::state)
                .setHeader(word("state"))
                .setFlexGrow(0)
                .setWidth("190px");
        rows.addColumn(this::other)
                .setHeader(word("other"))
                .setTooltipGenerator(this::other)
                .setFlexGrow(2)
                .setWidth("180px");
        rows.addColumn(PowerRequestRow::originalAuthority)
                .setHeader(getTranslation("ui.readiness.authority"))
                .setFlexGrow(2)
                .setWidth("170px");
        rows.addColumn(one -> Shown.moment(one.sentAt()))
                .setHeader(word("sentAt"))
                .setFlexGrow(0)
                .setWidth("150px");
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.powerRequest"),
                this::named,
                this::state,
                one ->
                        Narrow.line(
                                other(one).equals(Shown.NOTHING)
                                        ? one.originalAuthority()
                                        : other(one) + " · " + one.originalAuthority()));
        rows.addItemClickListener(
                click -> getUI().ifPresent(ui -> ui.navigate(address(click.getItem().id()))));
    }

    private Component named(PowerRequestRow one) {
        return PowerUseCells.named(
                PowerUseCells.link(address(one.id()), one.matterName()), one.matterCode());
    }

    private Component state(PowerRequestRow one) {
        var chips = new Div(PowerUseCells.of(doors.messages(), getLocale(), one.state()));
        chips.addClassName("chips");
        if (one.state() == RequestState.SENT) {
            chips.add(new Span(word("answered", one.answered(), AnswerStep.values().length)));
        }
        return chips;
    }

    /** The other side: who is asked, or who asks. */
    private String other(PowerRequestRow one) {
        if (one.side() == RequestSide.SUPERVISOR) {
            return one.zoneName();
        }
        return one.supervisorName() == null ? Shown.NOTHING : one.supervisorName();
    }

    static String address(PowerRequestId id) {
        return "delegation/requests/" + id;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.powerRequest." + key, arguments);
    }
}
