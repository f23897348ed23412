package org.kaiyuan.services;

import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stopping and extending the clock. */
@Service
@Transactional
@PreAuthorize(
        "hasAnyRole('" + ServicesPermissions.HANDLE + "', '" + ServicesPermissions.DECIDE + "')")
public class CaseClockKeeping {
    CaseClockKeeping() {}

    public void stop(CaseId id, StopReason reason, LocalDate from, String document, long basedOn) {
        throw new UnsupportedOperationException();
    }

    public void resume(CaseId id, LocalDate on, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** @param days at most 10 working days (行政许可法 §42), once */
    public void askExtension(CaseId id, int days, String reason, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** Needs {@link ServicesPermissions#DECIDE}, and another person than who asked. */
    public void extend(CaseId id, long basedOn) {
        throw new UnsupportedOperationException();
    }

    public void declineExtension(CaseId id, String why, long basedOn) {
        throw new UnsupportedOperationException();
    }
}
