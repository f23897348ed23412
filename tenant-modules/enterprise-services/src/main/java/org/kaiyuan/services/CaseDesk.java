package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works on what. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CaseDesk {
    CaseDesk() {}

    public void claim(CaseId id, long basedOn) {
        throw new UnsupportedOperationException();
    }

    public void release(CaseId id, long basedOn) {
        throw new UnsupportedOperationException();
    }

    public void handOver(CaseId id, String username, @Nullable String why, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** All that one holds, as far as it is open. */
    public int handOverAll(String username, @Nullable String why) {
        throw new UnsupportedOperationException();
    }
}
