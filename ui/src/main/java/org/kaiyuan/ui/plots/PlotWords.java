package org.kaiyuan.ui.plots;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.IdleMeasureKind;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.StopCause;
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
            case "reserved", "queued", "extended", "paymentPlanned", "paid", "granted" ->
                    said(field, Shown.text(change.after()));
            case "paymentRevised" -> from(change);
            case "paymentRemoved" -> Shown.text(change.before());
            case "workStopped", "idleMeasure" -> words(Shown.text(change.after()));
            case "stopRevised" -> words(from(change));
            case "stopRemoved" -> words(Shown.text(change.before()));
            case "idleMeasureDone" -> words(from(change));
            case "leaseChecked", "verified" -> said(field, value(field, change.after()));
            case "idleConfirmed", "idleRejected", "idleClosed" -> Shown.text(change.after());
            default -> label(field);
        };
    }

    private String said(String field, String text) {
        return label(field) + messages.text(locale, "ui.colon") + text;
    }

    private static String from(ChangeEntry change) {
        return Shown.text(change.before()) + " → " + Shown.text(change.after());
    }

    /** Causes and measures stand in the history by their names. */
    private String words(String text) {
        var words = text;
        for (var cause : StopCause.values()) {
            words = words.replace(" " + cause.name() + " ", " " + messages.of(locale, cause) + " ");
        }
        for (var kind : IdleMeasureKind.values()) {
            if (words.startsWith(kind.name() + " ")) {
                words = messages.of(locale, kind) + words.substring(kind.name().length());
            }
        }
        return words;
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
            case "mode" -> messages.text(locale, "plots.supplyMode." + text);
            case "verdict" -> messages.text(locale, "plots.productionVerdict." + text);
            case "passed" ->
                    messages.text(
                            locale,
                            Boolean.parseBoolean(text)
                                    ? "ui.supply.lease.passed"
                                    : "ui.supply.lease.failed");
            default -> text;
        };
    }
}
