package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.MyMemberships;
import org.kaiyuan.platform.access.ViewingAs;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.notices.NoticeBoard;
import org.kaiyuan.platform.notices.NoticeFeed;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenants.TenantSetup;
import org.kaiyuan.ui.kit.Glyph;

/** What stays while pages change: where one is, whose zone it is, and what is always at hand. */
@Layout
@PermitAll
public class Shell extends AppLayout implements AfterNavigationObserver {
    final GlobalSearch search;
    final NoticeBell bell;

    /** The menu is longer than the window; where one is stands in it, unless the menu is away. */
    private static final String INTO_VIEW =
            """
            requestAnimationFrame(() => {
              if (this.getBoundingClientRect().left >= 0) {
                this.scrollIntoView({ block: 'nearest' });
              }
            });\
            """;

    private String shown = "";

    /** By their addresses. */
    private final Map<String, SideNavItem> items = new HashMap<>();

    Shell(
            AuthenticationContext signedIn,
            TenantDirectory tenants,
            TenantSetup setup,
            NoticeBoard board,
            NoticeFeed feed,
            CurrentPerson current,
            MyMemberships memberships,
            ViewingAs viewing,
            List<Place> places,
            List<Finder> finders) {
        var zone =
                new ZoneSign(
                        CurrentTenant.maybe().flatMap(tenants::find).orElse(null),
                        setup.ownLogo(),
                        current,
                        memberships,
                        viewing);
        search = new GlobalSearch(finders);
        bell = new NoticeBell(board, feed);
        addClassName("shell");
        setPrimarySection(Section.DRAWER);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("ui.drawer"));
        addToNavbar(
                toggle,
                zone,
                searchButton(),
                bell,
                new AccountMenu(signedIn, ChangeHistory.actorName()));
        addToDrawer(brand(), new Scroller(navigation(signedIn, places)), footer());
        getElement().appendChild(search.getElement());
        for (var modifier : List.of(KeyModifier.CONTROL, KeyModifier.META)) {
            Shortcuts.addShortcutListener(this, search::open, Key.KEY_K, modifier)
                    .setBrowserDefaultAllowed(false);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bell.refresh();
        mark(event.getLocation().getPath());
    }

    /** Of {@code leads} and {@code leads/board} only the nearer is where one is; below each, whatever it is, too. */
    private void mark(String path) {
        var here =
                items.keySet().stream()
                        .filter(address -> path.equals(address) || path.startsWith(address + "/"))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        items.forEach((address, item) -> item.setMatchNested(address.equals(here)));
        if (items.get(here) != null && !here.equals(shown)) {
            items.get(here).getElement().executeJs(INTO_VIEW);
        }
        shown = here;
    }

    private Div brand() {
        var mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(getTranslation("ui.product"));
        name.addClassName("name");
        var brand = new Div(mark, name);
        brand.addClassName("brand");
        return brand;
    }

    private Button searchButton() {
        var words = new Span(getTranslation("ui.search.short"));
        words.addClassName("words");
        var keys = new Span("Ctrl K");
        keys.addClassName("keys");
        var button = new Button(new Glyph(Glyph.Of.SEARCH), click -> search.open());
        button.getElement().appendChild(words.getElement(), keys.getElement());
        button.setAriaLabel(getTranslation("ui.search.short"));
        button.addClassName("search-button");
        return button;
    }

    private Div navigation(AuthenticationContext signedIn, List<Place> places) {
        var groups = new Div();
        groups.addClassName("places");
        for (var group : Place.Group.values()) {
            var open =
                    places.stream()
                            .filter(place -> place.navigated() && place.group() == group)
                            .filter(place -> signedIn.hasRole(place.permission()))
                            .toList();
            if (!open.isEmpty()) {
                var nav = new SideNav(getTranslation(group.titleKey));
                nav.setCollapsible(true);
                open.forEach(place -> nav.addItem(item(place)));
                groups.add(nav);
            }
        }
        return groups;
    }

    private SideNavItem item(Place place) {
        var item =
                new SideNavItem(
                        getTranslation(place.titleKey()), place.view(), new Glyph(place.glyph()));
        items.put(RouteConfiguration.forSessionScope().getUrl(place.view()), item);
        return item;
    }

    private Footer footer() {
        return new Footer(new Span(getTranslation("ui.product.detail")));
    }
}
