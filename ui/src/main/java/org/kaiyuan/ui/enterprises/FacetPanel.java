package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.FacetCount;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.ui.kit.Shown;

/** How what was found spreads over industries, places, years …; a click narrows to one of them or widens again. */
class FacetPanel extends Aside {
    private static final int SHOWN = 8;
    private static final int SECTION = 1;
    private static final int DIVISION = 3;
    private static final int COUNTY = 6;

    private static final List<String> BANDS =
            List.of("UNDER_1M", "1M_10M", "10M_100M", "OVER_100M");
    private static final Map<String, List<String>> BOUNDS =
            Map.of(
                    "UNDER_1M", List.of("", "999999.99"),
                    "1M_10M", List.of("1000000", "9999999.99"),
                    "10M_100M", List.of("10000000", "99999999.99"),
                    "OVER_100M", List.of("100000000", ""));

    /** All that can be clicked, to be found by tests: {@code facet:value}. */
    final transient Map<String, NativeButton> choices = new LinkedHashMap<>();

    private final transient FilterWords words;
    private final transient Consumer<EnterpriseQuestion> told;

    FacetPanel(FilterWords words, Consumer<EnterpriseQuestion> told) {
        this.words = words;
        this.told = told;
        addClassName("facets");
        getElement().setAttribute("aria-label", getTranslation("ui.facets"));
    }

    /** @param facets none while there is no search: then there is no panel either */
    void show(Map<String, List<FacetCount>> facets, EnterpriseQuestion asked) {
        removeAll();
        choices.clear();
        setVisible(!facets.isEmpty());
        group(facets, "status", "ui.enterprises.status", asked, count -> true, null);
        group(
                facets,
                "leadingIndustry",
                "ui.enterprises.leadingIndustry",
                asked,
                count -> true,
                null);
        group(facets, "subIndustry", "ui.enterprises.subIndustry", asked, count -> true, null);
        var code = asked.filter().industryCode();
        int level = code == null || code.length() <= SECTION ? DIVISION : code.length();
        group(
                facets,
                "industry",
                "ui.filter.industry",
                asked,
                count -> count.value().length() == level,
                null);
        group(facets, "qualification", "ui.enterprises.qualification", asked, count -> true, null);
        group(
                facets,
                "division",
                "ui.enterprises.division",
                asked,
                count -> count.value().length() == COUNTY,
                null);
        group(
                facets,
                "capitalBand",
                "ui.facet.capital",
                asked,
                count -> BANDS.contains(count.value()),
                Comparator.comparingInt(count -> BANDS.indexOf(count.value())));
        group(
                facets,
                "year",
                "ui.facet.year",
                asked,
                count -> true,
                Comparator.comparing(FacetCount::value).reversed());
        group(facets, "tag", "ui.enterprises.tag", asked, count -> true, null);
    }

    private void group(
            Map<String, List<FacetCount>> facets,
            String facet,
            String titleKey,
            EnterpriseQuestion asked,
            Predicate<FacetCount> fitting,
            @Nullable Comparator<FacetCount> order) {
        var counts =
                new ArrayList<>(
                        facets.getOrDefault(facet, List.of()).stream().filter(fitting).toList());
        if (order != null) {
            counts.sort(order);
        }
        if (counts.isEmpty()) {
            return;
        }
        var group = new Div(new H2(getTranslation(titleKey)));
        group.addClassName("facet");
        counts.stream().limit(SHOWN).forEach(count -> group.add(choice(facet, count, asked)));
        add(group);
    }

    private NativeButton choice(String facet, FacetCount count, EnterpriseQuestion asked) {
        var name = new Span(name(facet, count.value()));
        name.addClassName("what");
        var many = new Span(Shown.figure(count.count()));
        many.addClassName("many");
        boolean chosen = isChosen(facet, count.value(), asked);
        var button =
                new NativeButton(
                        "", click -> told.accept(turned(facet, count.value(), asked, chosen)));
        button.add(name, many);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        button.setTitle(name.getText());
        choices.put(facet + ":" + count.value(), button);
        return button;
    }

    private String name(String facet, String value) {
        return switch (facet) {
            case "status" -> words.status(EnterpriseStatus.valueOf(value));
            case "qualification" -> words.qualification(value);
            case "industry" -> Industries.shown(value);
            case "division" -> {
                var name = Divisions.name(value);
                yield name == null ? value : name;
            }
            case "capitalBand" -> words.text("ui.facet.capital." + value);
            default -> value;
        };
    }

    private static boolean isChosen(String facet, String value, EnterpriseQuestion asked) {
        var set = asked.parameters();
        return wanted(facet, value).entrySet().stream()
                .allMatch(want ->
                        want.getValue().isEmpty()
                                ? !set.containsKey(want.getKey())
                                : set.getOrDefault(want.getKey(), List.of())
                                        .contains(want.getValue()));
    }

    private static EnterpriseQuestion turned(
            String facet, String value, EnterpriseQuestion asked, boolean chosen) {
        var set = new LinkedHashMap<>(asked.parameters());
        wanted(facet, value)
                .forEach((name, want) -> {
                    var now = new ArrayList<>(set.getOrDefault(name, List.of()));
                    if (!name.equals("status")) {
                        now.clear();
                    }
                    now.remove(want);
                    if (!chosen && !want.isEmpty()) {
                        now.add(want);
                    }
                    set.put(name, now);
                });
        return EnterpriseQuestion.of(set);
    }

    /** The parameters that a choice sets; empty where it takes one away. */
    private static Map<String, String> wanted(String facet, String value) {
        return switch (facet) {
            case "year" -> Map.of("foundedFrom", value, "foundedTo", value);
            case "capitalBand" -> {
                var bounds = BOUNDS.getOrDefault(value, List.of("", ""));
                yield Map.of("capitalFrom", bounds.getFirst(), "capitalTo", bounds.getLast());
            }
            default -> Map.of(facet, value);
        };
    }
}
