package org.kaiyuan.platform.files;

import org.kaiyuan.platform.tenancy.Quotas;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** As much as the operator has given the zone, else as much as every zone may store. */
@Component
class QuotaOfTheZone implements StorageQuota {
    private final Quotas quotas;
    private final FileSettings settings;

    QuotaOfTheZone(Quotas quotas, FileSettings settings) {
        this.quotas = quotas;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public long bytes() {
        var given = quotas.quota().storageBytes();
        return given == null ? settings.quota().toBytes() : given;
    }
}
