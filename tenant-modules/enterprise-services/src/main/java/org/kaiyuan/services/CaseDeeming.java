package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nothing was said in five working days: the case is accepted, as of the day on which its papers came (行政许可法 §32). */
@Component
class CaseDeeming {
    private final CaseStore store;
    private final ServiceStore services;
    private final CaseAccepting accepting;
    private final Clock clock;

    CaseDeeming(CaseStore store, ServiceStore services, CaseAccepting accepting, Clock clock) {
        this.store = store;
        this.services = services;
        this.accepting = accepting;
        this.clock = clock;
    }

    /**
     * Harmless for one that is not so far, or not any more.
     *
     * @return whether it was accepted by this
     */
    @Transactional
    @PreAuthorize("hasRole('SYSTEM')")
    public boolean deemAccepted(CaseId id) {
        var held = store.hold(id);
        var now = store.clock(held);
        if (!now.deemed(LocalDate.now(clock))) {
            return false;
        }
        accepting.accept(
                held,
                services.note(held.service(), held.edition()),
                new CaseAccepting.Way(CaseAct.DEEM_ACCEPTED, now.deemedFrom(), null));
        return true;
    }
}
