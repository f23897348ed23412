package org.kaiyuan.services;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading cases as staff. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class CaseDirectory {
    CaseDirectory() {}

    public CaseSheet find(CaseId id) {
        throw new UnsupportedOperationException();
    }

    public CaseClockView clock(CaseId id) {
        throw new UnsupportedOperationException();
    }
}
