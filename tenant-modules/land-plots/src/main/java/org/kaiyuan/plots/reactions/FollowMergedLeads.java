package org.kaiyuan.plots.reactions;

import org.kaiyuan.leads.LeadsMerged;
import org.kaiyuan.plots.LeadLinks;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What a lead had of land goes to the one that it became part of. May run twice. */
@Component
class FollowMergedLeads {
    private final LeadLinks links;

    FollowMergedLeads(LeadLinks links) {
        this.links = links;
    }

    @ApplicationModuleListener
    void on(LeadsMerged merged) {
        links.follow(merged.gone(), merged.survivor());
    }
}
