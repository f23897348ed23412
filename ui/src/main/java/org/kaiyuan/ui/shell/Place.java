package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.Component;
import org.kaiyuan.ui.kit.Glyph;

/**
 * A page in the side navigation; each view package declares its own as beans.
 *
 * @param titleKey its name, a message key
 * @param permission who does not have it does not see the place
 */
public record Place(
        Group group,
        String titleKey,
        Glyph.Of glyph,
        Class<? extends Component> view,
        String permission) {

    /** The groups of the side navigation, in their order. */
    public enum Group {
        /** 企业. */
        ENTERPRISES("ui.group.enterprises"),
        /** 管理. */
        ADMINISTRATION("ui.group.administration");

        final String titleKey;

        Group(String titleKey) {
            this.titleKey = titleKey;
        }
    }
}
