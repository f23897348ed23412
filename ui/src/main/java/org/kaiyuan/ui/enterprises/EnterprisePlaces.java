package org.kaiyuan.ui.enterprises;

import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the directory that people go to by themselves. */
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

    /** A button of the list leads there. */
    @Bean
    Place importPlace() {
        return new Place(
                Place.Group.ENTERPRISES,
                "ui.import",
                Glyph.Of.IMPORT,
                ImportView.class,
                EnterprisePermissions.IMPORT,
                false);
    }

    /** So does another. */
    @Bean
    Place newEnterprisePlace() {
        return new Place(
                Place.Group.ENTERPRISES,
                "ui.enterprises.new",
                Glyph.Of.PLUS,
                EnterpriseFormView.class,
                EnterprisePermissions.WRITE,
                false);
    }
}
