package org.kaiyuan.ui.leads;

import java.time.Clock;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.leads.LeadAgreements;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadFairNames;
import org.kaiyuan.leads.LeadFollowups;
import org.kaiyuan.leads.LeadMoves;
import org.kaiyuan.leads.LeadProgress;
import org.kaiyuan.leads.LeadRemoval;
import org.kaiyuan.leads.LeadReviews;
import org.kaiyuan.leads.LeadRulesKeeping;
import org.kaiyuan.leads.LeadScoreTables;
import org.kaiyuan.leads.LeadUnmasking;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** The use cases behind the page of one lead, for its panels. */
@Component
record LeadDoors(
        LeadDirectory directory,
        LeadRulesKeeping rules,
        LeadFollowups followups,
        LeadMoves moves,
        LeadAssignment assignment,
        LeadRemoval removal,
        LeadUnmasking unmasking,
        MoveDoors moveDoors,
        FollowupDoors followupDoors,
        LeadReviews reviews,
        LeadScoreTables tables,
        LeadAgreements agreements,
        LeadProgress progress,
        LeadFairNames fairs,
        EnterpriseDirectory enterprises,
        Attachments attachments,
        CurrentPerson person,
        Messages messages,
        Clock clock) {}
