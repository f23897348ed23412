package org.kaiyuan.ui.leads;

import java.time.Clock;
import org.kaiyuan.leads.LeadFollowups;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** The use cases behind {@link FollowupDialog}. */
@Component
record FollowupDoors(LeadFollowups followups, Messages messages, Clock clock) {}
