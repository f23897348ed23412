package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.plots.PlotProfile;

/** A profile field by field, as the history shows it. */
final class PlotText {
    private PlotText() {}

    static List<FieldChange> differences(PlotProfile before, PlotProfile after) {
        var was = of(before);
        var is = of(after);
        var changes = new ArrayList<FieldChange>();
        is.forEach((field, text) -> {
            if (!Objects.equals(was.get(field), text)) {
                changes.add(new FieldChange(field, was.get(field), text));
            }
        });
        return changes;
    }

    private static Map<String, @Nullable String> of(PlotProfile p) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("number", p.number());
        fields.put("name", p.name());
        fields.put("useCode", p.useCode());
        fields.put(
                "shares",
                joined(
                        p.shares().stream()
                                .map(share -> share.useCode() + " " + text(share.percent()) + "%")
                                .sorted()
                                .toList()));
        fields.put("declaredM2", text(p.declaredM2()));
        fields.put("planName", p.planName());
        fields.put("plannedOn", text(p.plannedOn()));
        fields.put("leastRatio", text(p.leastRatio()));
        fields.put("mostRatio", text(p.mostRatio()));
        fields.put("leastDensity", text(p.leastDensity()));
        fields.put("mostHeightM", text(p.mostHeightM()));
        fields.put("mostGreen", text(p.mostGreen()));
        fields.put("mostService", text(p.mostService()));
        fields.put("investmentYuanM2", text(p.investmentYuanM2()));
        fields.put("taxYuanM2", text(p.taxYuanM2()));
        fields.put("outputYuanM2", text(p.outputYuanM2()));
        fields.put("priceYuanM2", text(p.priceYuanM2()));
        fields.put("utilities", joined(p.utilities()));
        fields.put("industries", joined(p.industries()));
        fields.put("holder", p.holderName());
        fields.put("note", p.note());
        return fields;
    }

    private static @Nullable String joined(Collection<?> all) {
        return all.isEmpty()
                ? null
                : all.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
