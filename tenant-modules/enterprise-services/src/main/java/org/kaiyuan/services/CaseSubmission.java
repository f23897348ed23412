package org.kaiyuan.services;

import java.util.Set;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handing in a draft: exactly once, whatever the network does. */
@Service
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class CaseSubmission {
    CaseSubmission() {}

    /**
     * Makes a case of the draft; of one that was handed in already, its receipt again.
     *
     * @param pledged 告知承诺: whether the promise was made
     * @param deferred materials that follow (容缺)
     * @throws ServicesFieldsRefused with all that is missing; nothing is lost
     */
    @Transactional
    public Receipt submit(
            DraftId draft,
            Applicant applicant,
            boolean pledged,
            Set<String> deferred,
            long basedOn) {
        throw new UnsupportedOperationException();
    }
}
