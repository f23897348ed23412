package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases as the enterprise sees them: without remarks of the park among itself. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class MyCases {
    MyCases() {}

    /**
     * The newest first.
     *
     * @param open whether only what is under way
     */
    @Transactional(readOnly = true)
    public CasePage list(
            EnterpriseId enterprise, boolean open, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public CaseSheet find(CaseId id) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public CaseClockView clock(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Receipt with its code, for who may hand in. */
    @Transactional(readOnly = true)
    public Receipt receipt(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /** A file that hangs on the case is a paper of this material. */
    public void paper(CaseId id, String material, FileId file) {
        throw new UnsupportedOperationException();
    }

    /** The supplement is complete, as far as the enterprise is concerned; also papers that were deferred. */
    public void supplement(CaseId id, FormAnswers answers, long basedOn) {
        throw new UnsupportedOperationException();
    }

    public void withdraw(CaseId id, String why, long basedOn) {
        throw new UnsupportedOperationException();
    }
}
