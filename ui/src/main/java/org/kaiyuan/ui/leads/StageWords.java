package org.kaiyuan.ui.leads;

import java.util.List;
import java.util.Locale;
import org.kaiyuan.leads.LeadRules;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.refusal.Messages;

/** What the zone calls the stages, and in which order it shows them. */
record StageWords(LeadRules rules, Messages messages, Locale locale) {
    String of(LeadStage stage) {
        var own = rules.nameOf(stage);
        return own == null ? messages.of(locale, stage) : own;
    }

    List<LeadStage> shown() {
        return rules.shown();
    }

    /** A step back needs a reason, and no gate is asked. */
    boolean isBack(LeadStage from, LeadStage to) {
        var order = rules.order();
        return order.indexOf(to) < order.indexOf(from);
    }
}
