package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;

/** The first page leads on to the first place that the person may see. */
@Route("")
@PermitAll
class HomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient AuthenticationContext signedIn;
    private final transient List<Place> places;

    HomeView(AuthenticationContext signedIn, List<Place> places) {
        this.signedIn = signedIn;
        this.places = places;
        setSizeFull();
        add(new EmptyState(Glyph.Of.BUILDING, getTranslation("ui.home.nothing")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        places.stream()
                .filter(Place::navigated)
                .filter(place -> signedIn.hasRole(place.permission()))
                .findFirst()
                .ifPresent(place -> event.forwardTo(place.view()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.product");
    }
}
