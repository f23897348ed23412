package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 预审 and 受理. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CaseAcceptance {
    CaseAcceptance() {}

    /** 预审: looked at, with a remark for colleagues. */
    public void precheck(CaseId id, @Nullable String remark, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** 受理: who decides is asked and frozen, the clock starts. */
    public void accept(CaseId id, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** 容缺受理. */
    public void acceptDeferred(CaseId id, Set<String> materials, LocalDate until, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** 一次性补正: everything that is missing, exactly once. */
    public void askSupplement(CaseId id, Map<String, String> remarks, String said, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** 不予受理. */
    public void notAccept(CaseId id, String why, long basedOn) {
        throw new UnsupportedOperationException();
    }
}
