package org.kaiyuan.services;

import java.util.List;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for an enterprise, and what it was told. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class PortalInbox {
    PortalInbox() {}

    /** What is to be done first, then the newest of what happened; at most 50. */
    public List<PortalToDo> of(EnterpriseId enterprise) {
        throw new UnsupportedOperationException();
    }
}
