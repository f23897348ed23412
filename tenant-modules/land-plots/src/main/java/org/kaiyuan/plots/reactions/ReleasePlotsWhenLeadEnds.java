package org.kaiyuan.plots.reactions;

import org.kaiyuan.leads.LeadChanged;
import org.kaiyuan.leads.LeadRemoved;
import org.kaiyuan.plots.ReservationKeeping;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What a lead holds is free again once it is pursued no more. Looks at the lead as it is now, so it may run twice
 * and in any order.
 */
@Component
class ReleasePlotsWhenLeadEnds {
    private final ReservationKeeping keeping;

    ReleasePlotsWhenLeadEnds(ReservationKeeping keeping) {
        this.keeping = keeping;
    }

    @ApplicationModuleListener
    void on(LeadChanged changed) {
        keeping.releaseUnlessPursued(changed.leadId());
    }

    @ApplicationModuleListener
    void on(LeadRemoved removed) {
        keeping.releaseUnlessPursued(removed.leadId());
    }
}
