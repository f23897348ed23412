package org.kaiyuan.services;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to do. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class CaseInbox {
    /** More are not counted. */
    public static final int MOST_COUNTED = 99;

    CaseInbox() {}

    /** What is due first comes first; of CLOSED the newest. */
    public CasePage list(CaseFilter filter, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many each box holds; {@link #MOST_COUNTED} + 1 stands for more. */
    public Map<CaseBox, Integer> counts() {
        throw new UnsupportedOperationException();
    }
}
