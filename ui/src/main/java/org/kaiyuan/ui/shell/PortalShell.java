package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.MyMemberships;
import org.kaiyuan.platform.access.ViewingAs;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.notices.NoticeBoard;
import org.kaiyuan.platform.notices.NoticeFeed;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenants.TenantSetup;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.ui.kit.Glyph;

/** The frame of the portal: no side navigation and no search, made for a phone first. */
@PermitAll
public class PortalShell extends Div implements RouterLayout, AfterNavigationObserver {
    private final NoticeBell bell;
    private final Nav places = new Nav();

    PortalShell(
            AuthenticationContext signedIn,
            TenantDirectory tenants,
            TenantSetup setup,
            NoticeBoard board,
            NoticeFeed feed,
            CurrentPerson current,
            MyMemberships memberships,
            ViewingAs viewing) {
        addClassName("portal");
        bell = new NoticeBell(board, feed);
        var mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(getTranslation("ui.portal.product"));
        name.addClassName("name");
        var home = new Anchor("portal", mark, name);
        home.addClassName("brand");
        var head = new Header(home);
        head.addClassName("portal-head");
        CurrentTenant.maybe()
                .flatMap(tenants::find)
                .ifPresent(zone ->
                        head.add(
                                new ZoneSign(
                                        zone, setup.ownLogo(), current, memberships, viewing)));
        head.add(bell, new AccountMenu(signedIn, ChangeHistory.actorName()));
        add(head);
        if (current.may(PortalPermissions.ENTER)) {
            places();
        }
    }

    /** Below on a phone, where a thumb reaches; in the head elsewhere. */
    private void places() {
        places.addClassName("portal-places");
        places.setAriaLabel(getTranslation("ui.services.portal.nav"));
        place("portal", "start", Glyph.Of.BUILDING);
        place("portal/services", "find", Glyph.Of.SEARCH);
        place("portal/cases", "cases", Glyph.Of.FILE);
        place("portal/inbox", "inbox", Glyph.Of.NOTE);
        add(places);
    }

    private void place(String address, String key, Glyph.Of drawing) {
        var place =
                new Anchor(
                        address,
                        new Glyph(drawing),
                        new Span(getTranslation("ui.services.portal.nav." + key)));
        places.add(place);
    }

    private static boolean within(String here, String address) {
        return here.equals(address) || !address.equals("portal") && here.startsWith(address + "/");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bell.refresh();
        var here = event.getLocation().getPath();
        places.getChildren()
                .map(Anchor.class::cast)
                .forEach(place -> {
                    if (within(here, place.getHref())) {
                        place.getElement().setAttribute("aria-current", "page");
                    } else {
                        place.getElement().removeAttribute("aria-current");
                    }
                });
    }
}
