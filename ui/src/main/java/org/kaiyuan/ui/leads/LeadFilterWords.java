package org.kaiyuan.ui.leads;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.ui.kit.Shown;

/** What a question asks for, part by part, in words. */
record LeadFilterWords(StageWords stages) {
    private static final Set<String> NO_PARTS = Set.of("q", "order");

    /** A part of the filter that is set, and the question without it. */
    record Part(String words, LeadQuestion without) {}

    /** Everything that is set, in the order of the address. */
    List<Part> parts(LeadQuestion question) {
        return question.parameters().entrySet().stream()
                .filter(set -> !NO_PARTS.contains(set.getKey()))
                .flatMap(set ->
                        set.getValue().stream()
                                .map(value ->
                                        new Part(
                                                words(set.getKey(), value),
                                                without(question, set.getKey(), value))))
                .toList();
    }

    private static LeadQuestion without(LeadQuestion question, String name, String value) {
        var left = new LinkedHashMap<>(question.parameters());
        left.put(
                name,
                left.getOrDefault(name, List.of()).stream()
                        .filter(other -> !other.equals(value))
                        .toList());
        return LeadQuestion.of(left);
    }

    private String words(String name, String value) {
        return switch (name) {
            case "stage" -> stages.of(LeadStage.valueOf(value));
            case "state" -> stages.messages().of(stages.locale(), LeadState.valueOf(value));
            case "way" -> stages.messages().of(stages.locale(), InvestmentWay.valueOf(value));
            case "industry" -> Industries.shown(value);
            case "leadingIndustry", "subIndustry" -> value;
            case "reached" -> said(name, stages.of(LeadStage.valueOf(value)));
            case "investmentFrom", "investmentTo" ->
                    said(name, Shown.tenThousands(new BigDecimal(value)));
            default -> said(name, value);
        };
    }

    private String said(String name, String value) {
        return stages.messages().text(stages.locale(), "ui.leads.list.chip." + name, value);
    }
}
