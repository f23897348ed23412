package org.kaiyuan.ui.supply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.kaiyuan.plots.SupplyNote;
import org.kaiyuan.ui.kit.Shown;

/** The words of a contract as people read them, and what an amendment changed. */
final class ContractWords {
    private ContractWords() {}

    /** By {@code ui.supply.contract.}, in the order of a contract; without its way of supply, which stays. */
    static Map<String, String> of(SupplyNote n) {
        var words = new LinkedHashMap<String, String>();
        words.put("number", n.number());
        words.put("signedOn", Shown.date(n.signedOn()));
        words.put("holder", Shown.text(n.holderName()));
        words.put("term", String.valueOf(n.termYears()));
        words.put("lease", Shown.figure(n.leaseYears()));
        words.put("price", Shown.tenThousands(n.priceYuan()));
        words.put("startOn", Shown.date(n.startOn()));
        words.put("finishOn", Shown.date(n.finishOn()));
        words.put("productionOn", Shown.date(n.productionOn()));
        words.put("investment", PerMu.shown(n.investmentYuanM2()));
        words.put("tax", PerMu.shown(n.taxYuanM2()));
        words.put("output", PerMu.shown(n.outputYuanM2()));
        words.put("floorRatio", Shown.figure(n.floorRatio()));
        words.put("energy", Shown.figure(n.energyTce()));
        words.put("jobs", Shown.figure(n.jobs()));
        words.put("note", Shown.text(n.note()));
        return words;
    }

    /** The keys that differ, with what each was and is. */
    static Map<String, String> changes(SupplyNote before, SupplyNote after) {
        var was = of(before);
        return of(after).entrySet().stream()
                .filter(word -> !word.getValue().equals(was.get(word.getKey())))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                word -> was.get(word.getKey()) + " → " + word.getValue(),
                                (one, other) -> one,
                                LinkedHashMap::new));
    }
}
