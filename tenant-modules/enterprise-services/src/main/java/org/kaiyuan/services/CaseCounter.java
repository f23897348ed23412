package org.kaiyuan.services;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 窗口: handing in for the person in front of the desk. */
@Service
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CaseCounter {
    CaseCounter() {}

    /**
     * @param key of the page's own: the same key gives the same receipt
     */
    @Transactional
    public Receipt takeIn(CounterNote note, UUID key) {
        throw new UnsupportedOperationException();
    }
}
