package org.kaiyuan.services.reactions;

import org.kaiyuan.services.CaseAccepted;
import org.kaiyuan.services.CaseDecided;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.UseOfPowersReporting;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The list of powers hears that one was used: when a case is accepted under it, and when it is decided. */
@Component
class ReportUseOfPowersWhenCaseMoves {
    private final UseOfPowersReporting reporting;

    ReportUseOfPowersWhenCaseMoves(UseOfPowersReporting reporting) {
        this.reporting = reporting;
    }

    @ApplicationModuleListener
    void on(CaseAccepted accepted) {
        if (accepted.entry() != null) {
            reporting.report(new CaseId(accepted.caseId()));
        }
    }

    @ApplicationModuleListener
    void on(CaseDecided decided) {
        if (decided.entry() != null) {
            reporting.report(new CaseId(decided.caseId()));
        }
    }
}
