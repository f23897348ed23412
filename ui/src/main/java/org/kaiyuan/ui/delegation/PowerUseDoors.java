package org.kaiyuan.ui.delegation;

import java.time.Clock;
import java.time.LocalDate;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EvaluationExport;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.PowerAnswering;
import org.kaiyuan.delegation.PowerColleagues;
import org.kaiyuan.delegation.PowerEvaluating;
import org.kaiyuan.delegation.PowerEvaluations;
import org.kaiyuan.delegation.PowerExpiries;
import org.kaiyuan.delegation.PowerRequestDirectory;
import org.kaiyuan.delegation.PowerRequesting;
import org.kaiyuan.delegation.PowerUse;
import org.kaiyuan.delegation.PowerUseDirectory;
import org.kaiyuan.delegation.PowerUseMonths;
import org.kaiyuan.delegation.PowerUseRulesKeeping;
import org.kaiyuan.delegation.ReadinessDirectory;
import org.kaiyuan.delegation.ReadinessKeeping;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.AuditWords;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.timeline.RecordPanels;
import org.springframework.stereotype.Component;

/** The use cases behind the pages of taking over, using, evaluating and asking for powers. */
@Component
record PowerUseDoors(
        ReadinessDirectory readiness,
        ReadinessKeeping preparing,
        PowerColleagues colleagues,
        PowerUse use,
        PowerUseMonths months,
        PowerUseDirectory used,
        PowerUseRulesKeeping rules,
        PowerExpiries expiries,
        PowerEvaluations evaluations,
        PowerEvaluating evaluating,
        EvaluationExport export,
        PowerRequestDirectory requests,
        PowerRequesting requesting,
        PowerAnswering answering,
        MatterCatalogue catalogue,
        MatterKeeping matters,
        ListDirectory lists,
        ListDrafting drafting,
        Attachments attachments,
        RecordPanels panels,
        AuditWords audit,
        CurrentPerson person,
        Messages messages,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean writes() {
        return person.may(DelegationPermissions.WRITE);
    }

    boolean decides() {
        return person.may(DelegationPermissions.PUBLISH);
    }

    boolean answers() {
        return person.may(DelegationPermissions.ANSWER);
    }
}
