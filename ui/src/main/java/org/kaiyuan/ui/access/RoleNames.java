package org.kaiyuan.ui.access;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kaiyuan.platform.access.RoleRow;
import org.kaiyuan.platform.refusal.Messages;

/** What roles and permissions are called in the language of the page. */
final class RoleNames {
    private final List<RoleRow> roles;
    private final Map<String, String> byId = new LinkedHashMap<>();
    private final Messages messages;
    private final Locale locale;

    RoleNames(List<RoleRow> roles, Messages messages, Locale locale) {
        this.roles = roles;
        this.messages = messages;
        this.locale = locale;
        roles.forEach(role -> byId.put(role.id(), of(role)));
    }

    List<RoleRow> roles() {
        return roles;
    }

    String of(RoleRow role) {
        return role.nameKey() == null
                ? String.valueOf(role.name())
                : messages.text(locale, role.nameKey());
    }

    String ofId(String id) {
        return byId.getOrDefault(id, id);
    }

    /** {@code enterprises:read} is the message {@code enterprises.permission.read}. */
    String ofPermission(String permission) {
        int colon = permission.indexOf(':');
        return messages.text(
                locale,
                permission.substring(0, colon) + ".permission." + permission.substring(colon + 1));
    }

    /** The message {@code <word>.module}. */
    String ofModule(String word) {
        return messages.text(locale, word + ".module");
    }

    String of(Enum<?> constant) {
        return messages.of(locale, constant);
    }

    Div chips(Collection<String> ids) {
        var chips = new Div();
        chips.addClassName("chips");
        byId.forEach((id, name) -> {
            if (ids.contains(id)) {
                var chip = new Span(name);
                chip.addClassName("chip");
                chips.add(chip);
            }
        });
        return chips;
    }
}
