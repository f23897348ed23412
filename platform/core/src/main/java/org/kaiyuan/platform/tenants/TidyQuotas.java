package org.kaiyuan.platform.tenants;

import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.Quotas;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the counters of the quotas short. */
@Component
class TidyQuotas implements ZoneChore {
    private final Quotas quotas;

    TidyQuotas(Quotas quotas) {
        this.quotas = quotas;
    }

    @Override
    @Transactional
    public void run() {
        quotas.tidy();
    }
}
