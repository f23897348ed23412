package org.kaiyuan.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.PeopleCare;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.PersonRow;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.platform.access.ViewingAs;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** Who works for the zone: inviting them, their roles, their leaving. */
@Route("people")
@RolesAllowed(AccessPermissions.READ)
class PeopleView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final TextField filter = new TextField();
    final Grid<PersonRow> people = new Grid<>();
    final Button invite = new Button();
    final Div beside = new Div();
    final Div waiting = new Div();

    private final transient PeopleDirectory directory;
    private final transient Invitations invitations;
    private final transient PersonPanel.Doors doors;
    private final transient RoleNames names;
    private final transient KeysetPages<PersonRow> pages;

    PeopleView(
            PeopleDirectory directory,
            PeopleCare care,
            RoleKeeping roles,
            Invitations invitations,
            ViewingAs viewing,
            CurrentPerson current,
            Messages messages) {
        this.directory = directory;
        this.invitations = invitations;
        names = new RoleNames(roles.all(), messages, getLocale());
        doors = new PersonPanel.Doors(directory, care, viewing, current, names);
        pages = new KeysetPages<>(this::page);
        addClassName("list-page");
        add(head(current), filterBar(), waiting, split());
        refreshInvitations();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.people") + " · " + getTranslation("ui.product");
    }

    /** {@code ?name=} leads to whoever is called so. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("name")
                .ifPresent(filter::setValue);
    }

    /** After something was done to somebody. */
    void refresh() {
        pages.forget();
        people.getDataProvider().refreshAll();
    }

    void open(PersonRow person) {
        beside.removeAll();
        beside.add(
                new PersonPanel(
                        doors,
                        person,
                        () -> {
                            refresh();
                            open(directory.get(person.id()));
                        },
                        this::close));
        beside.setVisible(true);
    }

    private Component head(CurrentPerson current) {
        invite.setText(getTranslation("ui.people.invite"));
        invite.setIcon(new Glyph(Glyph.Of.PLUS));
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        invite.setVisible(current.may(AccessPermissions.PEOPLE));
        invite.addClickListener(
                click -> new InviteDialog(invitations, names, this::refreshInvitations).open());
        var actions = new Div(invite);
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("ui.people")), actions);
        head.addClassName("page-head");
        return head;
    }

    private Component filterBar() {
        filter.setPlaceholder(getTranslation("ui.people.filter"));
        filter.setAriaLabel(getTranslation("ui.people.filter"));
        filter.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        filter.addClassName("wide");
        var bar = new Div(filter);
        bar.addClassName("filter-bar");
        return bar;
    }

    private Component split() {
        var card =
                people.addComponentColumn(this::card)
                        .setHeader(getTranslation("ui.account.displayName"));
        var name =
                people.addComponentColumn(this::name)
                        .setHeader(getTranslation("ui.account.displayName"))
                        .setFlexGrow(2)
                        .setWidth("180px");
        var team =
                people.addColumn(person -> Shown.text(person.team()))
                        .setHeader(getTranslation("ui.people.team"))
                        .setWidth("120px");
        var roles =
                people.addComponentColumn(person -> names.chips(person.roles()))
                        .setHeader(getTranslation("ui.people.roles"))
                        .setFlexGrow(3)
                        .setWidth("200px");
        var signedIn =
                people.addColumn(person -> Shown.moment(person.signedInAt()))
                        .setHeader(getTranslation("ui.people.signedIn"))
                        .setWidth("150px")
                        .setFlexGrow(0);
        Narrow.fit(this, card, List.of(name, team, roles, signedIn));
        people.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        people.setEmptyStateComponent(
                new EmptyState(Glyph.Of.PERSON, getTranslation("ui.people.none")));
        people.addItemClickListener(click -> open(click.getItem()));
        beside.setVisible(false);
        var split = new Div(people, beside);
        split.addClassName("split");
        return split;
    }

    /** All that the columns say, one below the other. */
    private Component card(PersonRow person) {
        var cell = name(person);
        cell.addClassName("card");
        cell.add(names.chips(person.roles()));
        var more = new Span();
        more.addClassName("sub");
        more.setText(
                person.team() == null
                        ? Shown.moment(person.signedInAt())
                        : person.team() + " · " + Shown.moment(person.signedInAt()));
        cell.add(more);
        return cell;
    }

    private Div name(PersonRow person) {
        var title = new Span(person.displayName());
        title.addClassName("title");
        var sub = new Span(person.username());
        sub.addClassName("sub");
        var cell = new Div(title, sub);
        cell.addClassName("name-cell");
        if (!person.active()) {
            var left = new Span(getTranslation("ui.people.left"));
            left.addClassNames("chip", "bad");
            sub.add(left);
        }
        return cell;
    }

    private void refreshInvitations() {
        waiting.removeAll();
        var lines = invitations.waiting();
        waiting.setVisible(!lines.isEmpty());
        if (lines.isEmpty()) {
            return;
        }
        waiting.addClassName("form-group");
        waiting.add(new H2(getTranslation("ui.people.waiting", lines.size())));
        lines.forEach(line -> waiting.add(invitation(line)));
    }

    private Component invitation(Invitations.Line line) {
        var row =
                new Div(
                        new Span(line.displayName()),
                        names.chips(line.roles()),
                        new Span(
                                getTranslation(
                                        "ui.people.until",
                                        line.invitedBy(),
                                        Shown.moment(line.expiresAt()))));
        row.addClassName("line");
        if (invite.isVisible()) {
            row.add(
                    new Button(
                            getTranslation("ui.people.revoke"),
                            click -> {
                                invitations.revoke(line.id());
                                refreshInvitations();
                            }));
        }
        return row;
    }

    private void close() {
        beside.removeAll();
        beside.setVisible(false);
    }

    private KeysetPages.Page<PersonRow> page(@Nullable String after, int limit) {
        List<PersonRow> rows = directory.list(filter.getValue(), after, limit);
        return new KeysetPages.Page<>(rows, rows.size() < limit ? null : rows.getLast().username());
    }
}
