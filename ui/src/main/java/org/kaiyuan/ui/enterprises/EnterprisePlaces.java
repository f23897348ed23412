package org.kaiyuan.ui.enterprises;

import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the directory puts into the side navigation. */
@Configuration(proxyBeanMethods = false)
class EnterprisePlaces {
    @Bean
    Place enterpriseList() {
        return new Place(
                Place.Group.ENTERPRISES,
                "ui.enterprises",
                Glyph.Of.BUILDING,
                EnterpriseListView.class,
                EnterprisePermissions.READ);
    }
}
