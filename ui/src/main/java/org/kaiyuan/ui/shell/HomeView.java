package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;

/** The first page leads on to the first place that the person may see. */
@Route("")
@PermitAll
class HomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient AuthenticationContext signedIn;
    private final transient CurrentPerson current;
    private final transient List<Place> places;

    HomeView(AuthenticationContext signedIn, CurrentPerson current, List<Place> places) {
        this.signedIn = signedIn;
        this.current = current;
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
                .ifPresentOrElse(
                        place -> event.forwardTo(place.view()),
                        () -> {
                            if (belongsNowhere()) {
                                event.forwardTo("portal");
                            }
                        });
    }

    /** Whoever has asked to stand for an enterprise and waits reads there how far it is. */
    private boolean belongsNowhere() {
        return current.signedIn()
                .filter(me -> me.stage() == SignedIn.Stage.READY)
                .filter(me -> me.tenantId() == null && !me.isOperator())
                .isPresent();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.product");
    }
}
