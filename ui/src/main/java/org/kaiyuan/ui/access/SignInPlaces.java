package org.kaiyuan.ui.access;

import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What signing in puts into the side navigation. */
@Configuration(proxyBeanMethods = false)
class SignInPlaces {
    @Bean
    Place singleSignOnPage() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.sso",
                Glyph.Of.GLOBE,
                SingleSignOnView.class,
                AccessPermissions.READ);
    }
}
