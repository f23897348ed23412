package org.kaiyuan.services;

import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Progress without an account. */
@Service
@PreAuthorize(
        "hasAnyRole('SYSTEM', '"
                + PortalPermissions.ENTER
                + "', '"
                + ServicesPermissions.READ
                + "')")
public class OpenProgress {
    OpenProgress() {}

    /** @throws UnknownReceipt when there is none, or the code is another: one answer, in equal time */
    @Transactional
    public Progress of(String receipt, String code) {
        throw new UnsupportedOperationException();
    }
}
