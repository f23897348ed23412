package org.kaiyuan.services;

import org.kaiyuan.platform.files.FileId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers that staff bring into a case: scans and photos of what was handed over on paper. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CasePapers {
    /** What its files hang on. */
    public static final String SUBJECT = "services.case";

    CasePapers() {}

    /** A file that hangs on the case is a paper of this material. */
    public void paper(CaseId id, String material, FileId file) {
        throw new UnsupportedOperationException();
    }
}
