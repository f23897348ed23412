package org.kaiyuan.leads;

import org.kaiyuan.leads.domain.Lead;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a zone tells the province's register of first reports (首报首谈): a keyed fingerprint and the time,
 * nothing of what the lead is.
 *
 * @see "docs/decisions/0025-first-report.md"
 */
@Component
class LeadReporting {
    /** Reports when the lead has come far and is large enough; harmless when it was reported before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(Lead lead) {}
}
