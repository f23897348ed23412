package org.kaiyuan.ui.leads;

import org.kaiyuan.leads.LeadMoves;
import org.kaiyuan.leads.LeadRulesKeeping;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** The use cases behind {@link MoveDialog}. */
@Component
record MoveDoors(
        LeadMoves moves,
        LeadRulesKeeping rules,
        Attachments attachments,
        CurrentPerson person,
        Messages messages) {}
