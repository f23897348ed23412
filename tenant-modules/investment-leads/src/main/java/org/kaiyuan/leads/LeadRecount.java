package org.kaiyuan.leads;

import org.kaiyuan.leads.domain.Leads;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is due in a zone whose leads were put in past the use cases, such as by the demo. */
@Component
public class LeadRecount {
    private final Leads leads;
    private final LeadRulesKeeping rules;
    private final WorkingDays days;

    LeadRecount(Leads leads, LeadRulesKeeping rules, WorkingDays days) {
        this.leads = leads;
        this.rules = rules;
        this.days = days;
    }

    /** All at once, for a few hundred; no version of what people see. Written when the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void all() {
        var decided = rules.current();
        var calendar = days.calendar();
        leads.findPursued().forEach(lead -> lead.count(decided, calendar));
    }
}
