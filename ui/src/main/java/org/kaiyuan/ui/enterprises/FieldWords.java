package org.kaiyuan.ui.enterprises;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** The history's fields and values in the words of the page. */
final class FieldWords {
    /** Fields whose label on the page is called otherwise. */
    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("registeredCapital", "capital"),
                    Map.entry("capitalCurrency", "currency"),
                    Map.entry("divisionCode", "division"),
                    Map.entry("tags", "tag"),
                    Map.entry("contacts", "tab.contacts"),
                    Map.entry("qualifications", "tab.qualifications"),
                    Map.entry("figures", "tab.figures"),
                    Map.entry("revenueYuan", "revenue"),
                    Map.entry("taxYuan", "tax"),
                    Map.entry("fixedAssetInvestmentYuan", "investment"),
                    Map.entry("rdYuan", "rd"),
                    Map.entry("exportYuan", "export"),
                    Map.entry("landAreaM2", "land"),
                    Map.entry("energyTce", "energy"));

    private final Messages messages;
    private final Locale locale;

    FieldWords(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** Such as 「2025 营业收入（万元）」 for {@code figures.2025.revenueYuan}. */
    String label(String field) {
        var parts = field.split("\\.");
        if (parts.length == 3 && parts[0].equals("figures")) {
            return parts[1] + " " + label(parts[2]);
        }
        return messages.text(locale, "ui.enterprises." + LABELS.getOrDefault(parts[0], parts[0]));
    }

    String value(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Shown.NOTHING;
        }
        var last = field.substring(field.lastIndexOf('.') + 1);
        if (last.endsWith("Yuan") || last.equals("registeredCapital")) {
            return Shown.tenThousands(new BigDecimal(text));
        }
        return switch (last) {
            case "landAreaM2" -> Shown.mu(new BigDecimal(text));
            case "status" -> messages.text(locale, "enterprises.enterpriseStatus." + text);
            case "chainPosition" -> messages.text(locale, "enterprises.chainPosition." + text);
            case "aboveScale", "fourAbove" -> messages.text(locale, "ui." + text);
            case "industryCode" -> Industries.shown(text);
            case "divisionCode" -> Divisions.shown(text);
            default -> text;
        };
    }
}
