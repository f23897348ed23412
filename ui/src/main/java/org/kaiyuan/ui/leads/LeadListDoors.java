package org.kaiyuan.ui.leads;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadExport;
import org.kaiyuan.leads.LeadSavedViews;
import org.kaiyuan.leads.LeadSearch;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** The use cases behind the list, the board and my day. */
@Component
record LeadListDoors(
        LeadDirectory directory,
        LeadSearch search,
        LeadAssignment assignment,
        LeadSavedViews views,
        LeadExport export,
        MoveDoors moves,
        FollowupDoors followups,
        CurrentPerson person,
        Messages messages,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }

    StageWords stages(Locale locale) {
        return new StageWords(moves.rules().rules(), messages, locale);
    }
}
