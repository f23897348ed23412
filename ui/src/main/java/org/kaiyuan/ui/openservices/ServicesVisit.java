package org.kaiyuan.ui.openservices;

import org.kaiyuan.platform.tenancy.TenantSummary;

/** Somebody looks at what a park offers. */
record ServicesVisit(TenantSummary zone, ServicesWords words, ServicesAddress address) {}
