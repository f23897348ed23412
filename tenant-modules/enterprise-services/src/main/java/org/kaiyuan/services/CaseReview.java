package org.kaiyuan.services;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审查: checklist, remarks and opinions. */
@Service
@Transactional
@PreAuthorize(
        "hasAnyRole('" + ServicesPermissions.HANDLE + "', '" + ServicesPermissions.DECIDE + "')")
public class CaseReview {
    CaseReview() {}

    public void check(
            CaseId id, String material, boolean good, @Nullable String remark, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** Another seat than those of the procedure. */
    public void ask(CaseId id, String name, @Nullable String team, LocalDate dueOn, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** Signed with name, time and hash; once. */
    public void giveOpinion(
            CaseId id, String seat, CheckVerdict verdict, String said, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** For colleagues only. */
    public void remark(CaseId id, String said) {
        throw new UnsupportedOperationException();
    }
}
