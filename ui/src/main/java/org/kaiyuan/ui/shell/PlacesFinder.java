package org.kaiyuan.ui.shell;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds pages by their name. */
@Component
@Order(0)
class PlacesFinder implements Finder {
    private final List<Place> places;
    private final Messages messages;
    private final AuthenticationContext signedIn;

    PlacesFinder(List<Place> places, Messages messages, AuthenticationContext signedIn) {
        this.places = places;
        this.messages = messages;
        this.signedIn = signedIn;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return places.stream()
                .filter(place -> signedIn.hasRole(place.permission()))
                .filter(place ->
                        messages.text(locale, place.titleKey())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                .map(place ->
                        new Found(
                                        place.glyph(),
                                        messages.text(locale, place.titleKey()),
                                        messages.text(locale, place.group().titleKey),
                                        RouteConfiguration.forSessionScope().getUrl(place.view()))
                                .exactWhere(typed, messages.text(locale, place.titleKey())))
                .limit(5)
                .toList();
    }
}
