package org.kaiyuan.ui.leads;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.timeline.ChangeWords;

/** Acts, fields and values of a lead's history in the words of its page. */
record LeadWords(Messages messages, Locale locale) implements ChangeWords {
    @Override
    public String act(ChangeEntry change) {
        return messages.text(locale, "leads.act." + change.act());
    }

    /** A file is called by its name; what somebody was shown is not told here. */
    @Override
    public String field(ChangeEntry change, String field) {
        return switch (change.act()) {
            case "detached" -> String.valueOf(change.before());
            case "attached" -> String.valueOf(change.after());
            case "unmasked" -> "";
            case "followed" ->
                    field.equals("followup")
                            ? value(field, change.after())
                            : label(field)
                                    + messages.text(locale, "ui.colon")
                                    + value(field, change.after());
            case "moved", "overridden", "state" ->
                    field.equals("stage") || field.equals("state")
                            ? value(field, change.before()) + " → " + value(field, change.after())
                            : label(field);
            default -> label(field);
        };
    }

    /** Of a talk whole sentences are told. */
    @Override
    public String between(ChangeEntry change) {
        return change.act().equals("followed") ? "；" : ChangeWords.super.between(change);
    }

    /** Such as 「到位资金 2026-05 省内资金」 for {@code funds.2026-05.OWN_PROVINCE}. */
    String label(String field) {
        var parts = field.split("\\.");
        var label = new StringBuilder(messages.text(locale, "leads.column." + parts[0]));
        for (int i = 1; i < parts.length; i++) {
            label.append(' ').append(constant(parts[0], parts[i]));
        }
        return label.toString();
    }

    String value(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Shown.NOTHING;
        }
        int dot = field.indexOf('.');
        var first = dot < 0 ? field : field.substring(0, dot);
        return switch (first) {
            case "totalInvestment", "fixedInvestment", "expectedRevenueYuan", "expectedTaxYuan" ->
                    number(text)
                            ? Shown.tenThousands(new BigDecimal(text))
                                    + " "
                                    + word("unit.tenThousand")
                            : text;
            case "wantedLandM2" ->
                    number(text) ? Shown.mu(new BigDecimal(text)) + " " + word("unit.mu") : text;
            case "confidential", "chemical", "inChemicalPark" ->
                    messages.text(locale, "ui." + text);
            case "industryCode" -> Industries.shown(text);
            case "nature" -> of("projectNature", text);
            case "way" -> of("investmentWay", text);
            case "catalogueClass" -> of("catalogueClass", text);
            case "stage" -> of("leadStage", text);
            case "state" -> of("leadState", text);
            case "followup" -> kindAndDay("followupKind", text);
            case "review" -> of("reviewState", text);
            case "overridden" -> gates(text);
            case "stance" -> messages.text(locale, "ui.leads.coordination.short." + text);
            case "outcome" -> messages.text(locale, "ui.leads.coordination.outcome." + text);
            default -> text;
        };
    }

    /** Such as {@code [REVIEW_PASSED, AGREEMENT]}. */
    private String gates(String text) {
        return Stream.of(text.replaceAll("[\\[\\]\\s]", "").split(","))
                .map(gate -> messages.text(locale, "leads.gate." + gate))
                .collect(Collectors.joining("；"));
    }

    private String constant(String children, String part) {
        return switch (children) {
            case "funds" -> part.matches("[A-Z_]+") ? of("fundSource", part) : part;
            case "milestones" -> of("leadStage", part);
            case "clearances" -> of("clearanceKind", part);
            default -> part;
        };
    }

    /** A constant, the day behind it, and what was said. */
    private String kindAndDay(String type, String text) {
        int gap = text.indexOf(' ');
        return gap < 0
                ? of(type, text)
                : of(type, text.substring(0, gap)) + " " + text.substring(gap + 1);
    }

    private String of(String type, String constant) {
        return messages.text(locale, "leads." + type + "." + constant);
    }

    private String word(String key) {
        return messages.text(locale, "ui.leads.record." + key);
    }

    private static boolean number(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
