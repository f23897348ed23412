package org.kaiyuan.ui.floors;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** Acts, fields and values of the history of buildings, units and leases in words. */
record FloorWords(Messages messages, Locale locale) {
    String act(ChangeEntry change) {
        return messages.text(locale, "plots.floorAct." + change.act());
    }

    String label(String field) {
        return messages.text(locale, "plots.floorColumn." + field);
    }

    /** What changed, or the act alone. */
    String sentence(ChangeEntry change) {
        var field = change.field();
        if (field == null) {
            return "";
        }
        var label = label(field);
        if (field.equals("plot")) {
            return label; // ids say nothing to anybody
        }
        var colon = messages.text(locale, "ui.colon");
        return change.before() == null
                ? label + colon + value(field, change.after())
                : label
                        + colon
                        + value(field, change.before())
                        + " → "
                        + value(field, change.after());
    }

    String value(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Shown.NOTHING;
        }
        return switch (field) {
            case "state" -> messages.text(locale, "plots.unitState." + text);
            case "use" -> messages.text(locale, "plots.unitUse." + text);
            case "plot" -> "…";
            default -> text;
        };
    }
}
