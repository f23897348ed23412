package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.kaiyuan.platform.access.MyMemberships;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.portal.MyEnterprises;
import org.kaiyuan.portal.RepresentativeState;
import org.kaiyuan.ui.kit.AnewAs;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.services.PortalServiceDoors;
import org.kaiyuan.ui.services.PortalStartPane;
import org.kaiyuan.ui.shell.PortalShell;

/** For whom one stands, in all parks; and what became of what one asked for. */
@Route(value = "portal", layout = PortalShell.class)
@PermitAll
class PortalHomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Div standing = new Div();
    final Div others = new Div();
    final Button ask = new Button();

    private final transient MyMemberships memberships;
    private final transient Messages messages;
    private final transient PortalServiceDoors services;
    private final transient List<MyEnterprises.Line> lines;

    PortalHomeView(
            MyEnterprises mine,
            MyMemberships memberships,
            Messages messages,
            PortalServiceDoors services) {
        this.memberships = memberships;
        this.messages = messages;
        this.services = services;
        ask.setText(getTranslation("ui.portal.ask"));
        ask.setIcon(new Glyph(Glyph.Of.PLUS));
        ask.addClickListener(click -> getUI().ifPresent(ui -> ui.navigate("portal/register")));
        lines = mine.mine();
        those(lines, true).forEach(line -> standing.add(card(line)));
        if (standing.getComponentCount() == 0) {
            standing.add(
                    new EmptyState(
                            Glyph.Of.BUILDING,
                            getTranslation(
                                    lines.isEmpty() ? "ui.portal.none" : "ui.portal.none.yet")));
        }
        ask.addThemeVariants(
                lines.isEmpty() ? ButtonVariant.LUMO_PRIMARY : ButtonVariant.LUMO_TERTIARY);
        those(lines, false).forEach(line -> others.add(card(line)));
    }

    /** Who stands for an enterprise of this park comes to get something done; all others come to be let in. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        if (lines.stream()
                .anyMatch(line -> line.here() && line.state() == RepresentativeState.CONFIRMED)) {
            add(
                    new PortalStartPane(services, event.getLocation()),
                    new H2(getTranslation("ui.portal.mine")));
        } else {
            add(new H1(getTranslation("ui.portal.mine")));
        }
        add(standing);
        if (others.getComponentCount() > 0) {
            add(new H2(getTranslation("ui.portal.requests")), others);
        }
        add(ask);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.portal.mine") + " · " + getTranslation("ui.portal.product");
    }

    private static List<MyEnterprises.Line> those(List<MyEnterprises.Line> all, boolean confirmed) {
        return all.stream()
                .filter(line -> (line.state() == RepresentativeState.CONFIRMED) == confirmed)
                .toList();
    }

    private Component card(MyEnterprises.Line line) {
        var title =
                new Span(line.enterpriseName() == null ? line.creditCode() : line.enterpriseName());
        title.addClassName("title");
        var words = new Div(title, sub(line.parkName()));
        words.addClassName("name-cell");
        if (line.state() == RepresentativeState.CONFIRMED) {
            if (line.administrator()) {
                words.add(chip(getTranslation("ui.portal.administrator"), ""));
            }
            return line.here() ? link(line, words) : elsewhere(line, words);
        }
        words.add(
                chip(
                        messages.of(getLocale(), line.state()),
                        line.state() == RepresentativeState.REQUESTED ? "waiting" : "bad"),
                sub(
                        Shown.moment(
                                line.decidedAt() == null ? line.requestedAt() : line.decidedAt())));
        if (line.reason() != null) {
            words.add(sub(getTranslation("ui.portal.reason.given", line.reason())));
        }
        var card = new Div(words);
        card.addClassName("portal-card");
        return card;
    }

    private static Component link(MyEnterprises.Line line, Div words) {
        var card = new Anchor("portal/enterprises/" + line.enterpriseId(), words);
        card.addClassName("portal-card");
        return card;
    }

    /** Of another park: the session moves there first. */
    private Component elsewhere(MyEnterprises.Line line, Div words) {
        var go =
                new Button(
                        getTranslation("ui.portal.switch"),
                        click -> {
                            memberships.moveTo(line.park(), null);
                            getUI().ifPresent(AnewAs::everywhere);
                        });
        go.setAriaLabel(getTranslation("ui.portal.switch.to", line.parkName()));
        var card = new Div(words, go);
        card.addClassName("portal-card");
        return card;
    }

    private static Span sub(String text) {
        var sub = new Span(text);
        sub.addClassName("sub");
        return sub;
    }

    static Span chip(String text, String kind) {
        var chip = new Span(text);
        chip.addClassName("chip");
        if (!kind.isEmpty()) {
            chip.addClassName(kind);
        }
        return chip;
    }
}
