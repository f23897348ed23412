package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.Component;
import org.kaiyuan.ui.kit.Glyph;

/**
 * A page that people go to by itself; each view package declares its own as beans.
 *
 * @param titleKey its name, a message key
 * @param permission who does not have it does not see the place
 * @param navigated whether it stands in the side navigation; Ctrl/⌘ K finds it in any case
 */
public record Place(
        Group group,
        String titleKey,
        Glyph.Of glyph,
        Class<? extends Component> view,
        String permission,
        boolean navigated) {

    public Place(
            Group group,
            String titleKey,
            Glyph.Of glyph,
            Class<? extends Component> view,
            String permission) {
        this(group, titleKey, glyph, view, permission, true);
    }

    /** The groups of the side navigation, in their order. */
    public enum Group {
        /** 招商. */
        LEADS("ui.nav.leads"),
        /** 土地. */
        LAND("ui.group.land"),
        /** 企业. */
        ENTERPRISES("ui.group.enterprises"),
        /** 服务. */
        SERVICES("ui.group.services"),
        /** 赋权. */
        POWERS("ui.group.powers"),
        /** 管理. */
        ADMINISTRATION("ui.group.administration");

        final String titleKey;

        Group(String titleKey) {
            this.titleKey = titleKey;
        }
    }
}
