package org.kaiyuan.ui.openservices;

import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.ui.openpages.PageWords;

/**
 * Somebody looks at what a park offers.
 *
 * @param record whether the park shows how it has handled cases
 * @param powers whether its powers are public, too
 */
record ServicesVisit(
        TenantSummary zone,
        PageWords words,
        ServicesAddress address,
        boolean record,
        boolean powers) {}
