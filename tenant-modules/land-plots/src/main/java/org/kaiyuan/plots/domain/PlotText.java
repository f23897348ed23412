package org.kaiyuan.plots.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.plots.PlotProfile;

/** A profile field by field, as the history shows it. */
final class PlotText {
    private PlotText() {}

    static List<FieldChange> differences(PlotProfile before, PlotProfile after) {
        return Differences.between(of(before), of(after));
    }

    private static Map<String, @Nullable String> of(PlotProfile p) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("number", p.number());
        fields.put("name", p.name());
        fields.put("useCode", p.useCode());
        fields.put(
                "shares",
                Differences.joined(
                        p.shares().stream()
                                .map(share ->
                                        share.useCode()
                                                + " "
                                                + Differences.text(share.percent())
                                                + "%")
                                .sorted()
                                .toList()));
        fields.put("declaredM2", Differences.text(p.declaredM2()));
        fields.put("planName", p.planName());
        fields.put("plannedOn", Differences.text(p.plannedOn()));
        fields.put("leastRatio", Differences.text(p.leastRatio()));
        fields.put("mostRatio", Differences.text(p.mostRatio()));
        fields.put("leastDensity", Differences.text(p.leastDensity()));
        fields.put("mostHeightM", Differences.text(p.mostHeightM()));
        fields.put("mostGreen", Differences.text(p.mostGreen()));
        fields.put("mostService", Differences.text(p.mostService()));
        fields.put("investmentYuanM2", Differences.text(p.investmentYuanM2()));
        fields.put("taxYuanM2", Differences.text(p.taxYuanM2()));
        fields.put("outputYuanM2", Differences.text(p.outputYuanM2()));
        fields.put("priceYuanM2", Differences.text(p.priceYuanM2()));
        fields.put("priceBasis", p.priceBasis());
        fields.put("utilities", Differences.joined(p.utilities()));
        fields.put("industries", Differences.joined(p.industries()));
        fields.put("holder", p.holderName());
        fields.put("holderId", Differences.text(p.holderId()));
        fields.put("note", p.note());
        return fields;
    }
}
