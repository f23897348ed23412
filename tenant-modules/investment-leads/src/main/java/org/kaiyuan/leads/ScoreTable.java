package org.kaiyuan.leads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/**
 * By what admission reviews score; a version never changes, and a review keeps the one by which it was
 * begun.
 *
 * @param number of the version; 0 for the default that no zone has decided
 * @param items whose points add up to 100
 * @param vetoes any one of which fails a project (一票否决), as people call them
 * @param passMark the mean of the reviewers' points that passes
 */
public record ScoreTable(int number, List<ScoreItem> items, List<String> vetoes, int passMark) {
    /** One published table of admission reviews (domain notes, "Investment promotion"); the pass mark is common practice. */
    public static final ScoreTable DEFAULT =
            new ScoreTable(
                    0,
                    List.of(
                            new ScoreItem("industry", "产业", 5),
                            new ScoreItem("technology", "科技", 5),
                            new ScoreItem("size", "规模", 17),
                            new ScoreItem("intensity", "强度", 17),
                            new ScoreItem("investor", "主体", 10),
                            new ScoreItem("environment", "环境", 5),
                            new ScoreItem("safety", "安全", 5),
                            new ScoreItem("land", "用地", 10),
                            new ScoreItem("planning", "规划", 5),
                            new ScoreItem("tax", "税收", 16),
                            new ScoreItem("jobs", "就业", 5)),
                    List.of("产业政策禁止", "环境容量不足", "安全条件不具备", "投资主体失信"),
                    60);

    public ScoreTable {
        items = List.copyOf(items);
        vetoes = List.copyOf(vetoes);
    }

    /** @throws LeadFieldsRefused when points do not add up to 100, or a name is missing or twice */
    public ScoreTable checked() {
        var faults = new ArrayList<FieldFault>();
        var keys = new HashSet<String>();
        int sum = 0;
        for (var item : items) {
            sum += item.most();
            if (item.name().isBlank()
                    || item.name().length() > 40
                    || item.most() < 1
                    || !item.key().matches("[a-zA-Z0-9_-]{1,40}")
                    || !keys.add(item.key())) {
                faults.add(new FieldFault("items", "leads.rule.scoreItem", List.of(item.name())));
            }
        }
        if (items.size() > 40 || sum != 100) {
            faults.add(new FieldFault("items", "leads.rule.scoreSum", List.of(sum)));
        }
        if (vetoes.size() > 40
                || new HashSet<>(vetoes).size() != vetoes.size()
                || vetoes.stream().anyMatch(veto -> veto.isBlank() || veto.length() > 80)) {
            faults.add(new FieldFault("vetoes", "leads.rule.vetoes", List.of()));
        }
        if (passMark < 0 || passMark > 100) {
            faults.add(new FieldFault("passMark", "leads.rule.between", List.of(0, 100)));
        }
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
        return this;
    }
}
