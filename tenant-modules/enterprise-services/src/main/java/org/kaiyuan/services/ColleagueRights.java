package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What colleagues of an enterprise may do; its administrators say so, and may everything themselves. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class ColleagueRights {
    ColleagueRights() {}

    /** @param until last day; null for ever */
    public record Line(
            String username,
            String name,
            boolean administrator,
            Set<ColleagueRight> rights,
            @Nullable LocalDate until) {}

    @Transactional(readOnly = true)
    public List<Line> of(EnterpriseId enterprise) {
        throw new UnsupportedOperationException();
    }

    public void give(
            EnterpriseId enterprise,
            String username,
            Set<ColleagueRight> rights,
            @Nullable LocalDate until) {
        throw new UnsupportedOperationException();
    }

    /** What whoever asks may do. */
    @Transactional(readOnly = true)
    public Set<ColleagueRight> mine(EnterpriseId enterprise) {
        throw new UnsupportedOperationException();
    }
}
