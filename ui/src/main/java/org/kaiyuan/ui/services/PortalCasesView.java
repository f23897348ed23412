package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.sub;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
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
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.ColleagueRight;
import org.kaiyuan.services.DraftRow;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.shell.PortalShell;

/** 我的办件: what is being filled in, and what was handed in; the newest first. */
@Route(value = PortalServiceNavigation.CASES, layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalCasesView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 20;
    private static final String ALL = "all";

    final Div drafts = new Div();
    final Div cases = new Div();
    final Button more = new Button();
    private final transient PortalServiceDoors doors;
    private @Nullable EnterpriseId enterprise;
    private boolean open;
    private @Nullable String next;

    PortalCasesView(PortalServiceDoors doors) {
        this.doors = doors;
        addClassName("portal-services");
        more.setText(getTranslation("ui.more"));
        more.setDisableOnClick(true);
        more.addClickListener(click -> page());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        drafts.removeAll();
        cases.removeAll();
        next = null;
        var standing = PortalStanding.at(doors.enterprises(), event.getLocation());
        enterprise = standing.enterprise().orElse(null);
        open =
                !ALL.equals(
                        event.getLocation()
                                .getQueryParameters()
                                .getSingleParameter("show")
                                .orElse(""));
        add(new H1(word(this, "cases")));
        if (enterprise == null) {
            add(new EmptyState(Glyph.Of.BUILDING, word(this, "begin.nobody")));
            return;
        }
        if (!doors.rights().mine(enterprise).contains(ColleagueRight.SEE)) {
            add(
                    standing.choice(event.getLocation()),
                    new EmptyState(Glyph.Of.EYE, word(this, "cases.noRight")));
            return;
        }
        add(standing.choice(event.getLocation()), which(standing.said()), drafts, cases, more);
        drafts(enterprise);
        page();
    }

    @Override
    public String getPageTitle() {
        return word(this, "cases") + " · " + getTranslation("ui.portal.product");
    }

    private Div which(@Nullable EnterpriseId said) {
        var which =
                new Div(chip("cases.open", "", said, open), chip("cases.all", ALL, said, !open));
        which.addClassName("topic-chips");
        return which;
    }

    private Anchor chip(String key, String show, @Nullable EnterpriseId said, boolean current) {
        var address = PortalServiceNavigation.of(PortalServiceNavigation.CASES, said);
        var chip =
                new Anchor(
                        show.isEmpty()
                                ? address
                                : address + (said == null ? "?" : "&") + "show=" + show,
                        word(this, key));
        chip.addClassName("topic-chip");
        if (current) {
            chip.getElement().setAttribute("aria-current", "true");
        }
        return chip;
    }

    private void drafts(EnterpriseId of) {
        var begun = doors.drafting().of(of);
        if (!begun.isEmpty()) {
            drafts.add(new H2(word(this, "drafts")));
            begun.forEach(row -> drafts.add(draft(row)));
        }
    }

    private Anchor draft(DraftRow row) {
        var title = new Span(row.title());
        title.addClassName("title");
        var card =
                PortalPieces.card(
                        PortalServiceNavigation.draft(row.id()),
                        title,
                        sub(
                                word(
                                        this,
                                        "draft.saved",
                                        Shown.moment(row.updatedAt()),
                                        row.updatedName())));
        card.addClassName("draft-card");
        return card;
    }

    private void page() {
        var of = enterprise;
        if (of == null) {
            return;
        }
        var page = doors.cases().list(of, open, next, PAGE);
        if (next == null && drafts.getComponentCount() > 0 && !page.items().isEmpty()) {
            cases.add(new H2(word(this, "cases.handedIn")));
        }
        page.items().forEach(row -> cases.add(PortalCaseCard.of(this, row, doors.messages())));
        next = page.next();
        more.setVisible(next != null);
        more.setEnabled(true);
        if (cases.getComponentCount() == 0 && drafts.getComponentCount() == 0) {
            cases.add(
                    new EmptyState(
                            Glyph.Of.FILE,
                            word(this, open ? "cases.none.open" : "cases.none"),
                            PortalPieces.link(PortalServiceNavigation.FIND, word(this, "find"))));
        }
    }
}
