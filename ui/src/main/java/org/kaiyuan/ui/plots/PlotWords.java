package org.kaiyuan.ui.plots;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.timeline.ChangeWords;

/** Acts, fields and values of a plot's history in the words of its page. */
record PlotWords(Messages messages, Locale locale) implements ChangeWords {
    @Override
    public String act(ChangeEntry change) {
        return messages.text(locale, "plots.act." + change.act());
    }

    @Override
    public String field(ChangeEntry change, String field) {
        return switch (change.act()) {
            case "detached" -> String.valueOf(change.before());
            case "attached" -> String.valueOf(change.after());
            case "moved" ->
                    field.equals("state")
                            ? value(field, change.before()) + " → " + value(field, change.after())
                            : Shown.text(change.after());
            case "reserved", "queued", "extended" ->
                    label(field) + messages.text(locale, "ui.colon") + Shown.text(change.after());
            default -> label(field);
        };
    }

    String label(String field) {
        return messages.text(locale, "plots.column." + field);
    }

    String value(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Shown.NOTHING;
        }
        return switch (field) {
            case "state" -> messages.text(locale, "plots.plotState." + text);
            case "useCode" -> LandUses.shown(text);
            case "declaredM2" -> Shown.mu(new BigDecimal(text));
            default -> text;
        };
    }
}
