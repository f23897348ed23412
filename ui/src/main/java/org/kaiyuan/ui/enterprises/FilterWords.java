package org.kaiyuan.ui.enterprises;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.enterprises.QualificationKind;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** What people call the values that one filters by. */
final class FilterWords {
    private final Messages messages;
    private final Locale locale;
    private final Map<String, String> qualifications = new LinkedHashMap<>();

    FilterWords(Messages messages, Locale locale, List<QualificationKind> kinds) {
        this.messages = messages;
        this.locale = locale;
        kinds.forEach(kind -> qualifications.put(kind.code(), kind.name()));
    }

    /** A part of the filter that is set, and the question without it. */
    record Part(String words, EnterpriseQuestion without) {}

    Map<String, String> qualifications() {
        return qualifications;
    }

    String qualification(String code) {
        return qualifications.getOrDefault(code, code);
    }

    String status(EnterpriseStatus status) {
        return messages.of(locale, status);
    }

    String text(String key, @Nullable Object... arguments) {
        return messages.text(locale, key, arguments);
    }

    /** Everything that is set, in the order of the address. */
    List<Part> parts(EnterpriseQuestion question) {
        return question.parameters().entrySet().stream()
                .filter(set -> !set.getKey().equals("q") && !set.getKey().equals("order"))
                .flatMap(set ->
                        set.getValue().stream()
                                .map(value ->
                                        new Part(
                                                words(set.getKey(), value, question.filter()),
                                                without(question, set.getKey(), value))))
                .toList();
    }

    private static EnterpriseQuestion without(
            EnterpriseQuestion question, String name, String value) {
        var left = new LinkedHashMap<>(question.parameters());
        var rest =
                left.getOrDefault(name, List.of()).stream()
                        .filter(other -> !other.equals(value))
                        .toList();
        left.put(name, rest);
        return EnterpriseQuestion.of(left);
    }

    private String words(String name, String value, EnterpriseFilter filter) {
        return switch (name) {
            case "status" -> status(EnterpriseStatus.valueOf(value));
            case "qualification" -> qualification(value);
            case "industry" -> Industries.shown(value);
            case "division" -> Divisions.shown(value);
            case "aboveScale", "fourAbove" ->
                    text("ui.enterprises." + name)
                            + text("ui.colon")
                            + text(value.equals("true") ? "ui.true" : "ui.false");
            case "capitalFrom" ->
                    text(
                            "ui.filter.capitalFrom.chip",
                            Shown.tenThousands(filter.capitalFromYuan()));
            case "capitalTo" ->
                    text("ui.filter.capitalTo.chip", Shown.tenThousands(filter.capitalToYuan()));
            case "foundedFrom", "foundedTo" -> text("ui.filter." + name + ".chip", value);
            case "tag" -> text("ui.enterprises.tag") + text("ui.colon") + value;
            default -> value;
        };
    }
}
