package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 诉求, 报修: assigned and answered. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class Tickets {
    Tickets() {}

    /** An operating company that acts for the zone, by its entrustment. */
    public record Company(TenantId id, String name) {}

    @Transactional(readOnly = true)
    public List<Company> companies() {
        throw new UnsupportedOperationException();
    }

    /** To a team of the zone, or to an operating company. */
    public void assign(CaseId id, @Nullable String team, @Nullable TenantId company, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** What was done; the ticket is closed with it. */
    public void answer(CaseId id, String said, long basedOn) {
        throw new UnsupportedOperationException();
    }
}
