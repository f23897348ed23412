package org.kaiyuan.ui.leads;

import java.util.List;
import java.util.Locale;
import org.kaiyuan.leads.LeadRules;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.refusal.Messages;

/** What the zone calls the stages, and which it shows. */
record StageNames(LeadRules rules, Messages messages, Locale locale) {
    String of(LeadStage stage) {
        var own = rules.nameOf(stage);
        return own == null ? messages.of(locale, stage) : own;
    }

    /** Those that are shown, and the one where the lead stands though it may be hidden. */
    List<LeadStage> with(LeadStage now) {
        return rules.order().stream()
                .filter(stage -> stage == now || !rules.isHidden(stage))
                .toList();
    }
}
