package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.Matter;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.UnknownMatter;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** One matter: what it is, what it is based on, who decides it today. */
@Route("delegation/matters/:matter")
@RolesAllowed(DelegationPermissions.READ)
class MatterView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient DelegationDoors doors;
    private String title = "";

    MatterView(DelegationDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "matter-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("matter").orElse(""));
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void show(String id) {
        removeAll();
        try {
            show(doors.catalogue().get(new MatterId(UUID.fromString(id))));
        } catch (UnknownMatter | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("delegation.refusal.unknownMatter"),
                            PowerCells.link(
                                    DelegationNavigation.MATTERS,
                                    getTranslation("ui.delegation.matters.back"))));
        }
    }

    private void show(Matter matter) {
        title = matter.name();
        var heading = new Div(new H1(matter.name()));
        heading.addClassName("line");
        var basis = PowerCells.basis(doors.messages(), getLocale(), matter.basisState());
        if (basis != null) {
            heading.add(basis);
        }
        if (matter.shared()) {
            heading.add(PowerCells.chip(getTranslation("ui.delegation.shared"), "tag"));
        }
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.writes() && !matter.shared()) {
            actions.add(
                    new Button(
                            getTranslation("ui.delegation.entry.edit"),
                            new Glyph(Glyph.Of.EDIT),
                            click -> edit(matter)));
        }
        var head = new Div(heading, actions);
        head.addClassName("page-head");
        add(
                PowerCells.link(
                        DelegationNavigation.MATTERS, getTranslation("ui.delegation.matters.back")),
                head,
                PowerCells.facts(
                        PowerCells.fact(word("code"), matter.code()),
                        PowerCells.fact(word("basicCode"), matter.basicCode()),
                        PowerCells.fact(
                                word("kind"), doors.messages().of(getLocale(), matter.kind())),
                        PowerCells.fact(word("field"), matter.field())),
                new H2(getTranslation("ui.delegation.bases")),
                new BasisLines(doors.messages(), matter.bases()));
        var ruling = doors.who().decides(matter.id(), null, doors.today());
        var now =
                new Div(
                        new Span(
                                getTranslation(
                                        ruling.isHere()
                                                ? "ui.delegation.who.here"
                                                : "ui.delegation.who.notHere")),
                        new Span(Shown.text(ruling.body())));
        now.addClassName("line");
        add(
                new H2(getTranslation("ui.delegation.decides.now")),
                now,
                PowerCells.link(
                        DelegationNavigation.who(matter.id()),
                        getTranslation("ui.delegation.who.proof")));
    }

    private void edit(Matter matter) {
        new MatterDialog(
                        doors,
                        matter.name(),
                        new MatterDraft(
                                matter.code(),
                                matter.basicCode(),
                                matter.name(),
                                matter.kind(),
                                matter.field(),
                                matter.bases()),
                        matter.version(),
                        (said, version) -> {
                            doors.matters().revise(matter.id(), said, version);
                            show(matter.id().toString());
                        })
                .open();
    }

    private String word(String key) {
        return getTranslation("delegation.column." + key);
    }
}
