package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 好差评: given by the enterprise; a bad one obliges the park. */
@Service
@Transactional
public class Ratings {
    Ratings() {}

    /**
     * Once per contact of a case.
     *
     * @param reasons keys of ready-made reasons
     */
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public RatingId rate(
            CaseId id,
            RatingContact contact,
            int stars,
            List<String> reasons,
            @Nullable String said) {
        throw new UnsupportedOperationException();
    }

    /** Contacts of the case that can be rated and are not yet. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public List<RatingContact> open(CaseId id) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    @PreAuthorize(
            "hasAnyRole('" + PortalPermissions.ENTER + "', '" + ServicesPermissions.READ + "')")
    public List<Rating> of(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /** The newest first; what is owed by its day. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public RatingPage list(@Nullable RatingState state, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public void calledBack(RatingId id, LocalDate on, String said, long basedOn) {
        throw new UnsupportedOperationException();
    }

    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public void rectified(RatingId id, LocalDate on, String said, long basedOn) {
        throw new UnsupportedOperationException();
    }
}
