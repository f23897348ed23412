package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 投诉. */
@Service
@Transactional
public class Complaints {
    Complaints() {}

    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public ComplaintId complain(CaseId id, String said) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    @PreAuthorize(
            "hasAnyRole('" + PortalPermissions.ENTER + "', '" + ServicesPermissions.READ + "')")
    public List<Complaint> of(CaseId id) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public ComplaintPage list(@Nullable ComplaintState state, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public void answer(ComplaintId id, String said, long basedOn) {
        throw new UnsupportedOperationException();
    }
}
