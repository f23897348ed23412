package org.kaiyuan.services;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 决定. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.DECIDE + "')")
public class CaseDecision {
    CaseDecision() {}

    /** Writes the decision document, and tells the list of powers where one was used. */
    public void decide(
            CaseId id,
            CaseOutcome outcome,
            String said,
            @Nullable String conditions,
            long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** 代办: what the upper body decided. */
    public void upperDecided(
            CaseId id,
            CaseOutcome outcome,
            LocalDate on,
            String document,
            @Nullable String said,
            long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** 告知承诺: what verifying found, within two months after. */
    public void verifyPledge(CaseId id, boolean kept, String said, long basedOn) {
        throw new UnsupportedOperationException();
    }
}
