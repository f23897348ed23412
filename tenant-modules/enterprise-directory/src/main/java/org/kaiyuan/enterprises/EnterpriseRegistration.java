package org.kaiyuan.enterprises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.enterprises.domain.ProfileRules;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.Quotas;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking an enterprise into the directory. */
@Service
@Transactional
public class EnterpriseRegistration {
    private final Enterprises enterprises;
    private final ChangeHistory history;
    private final Quotas quotas;
    private final Clock clock;

    EnterpriseRegistration(
            Enterprises enterprises, ChangeHistory history, Quotas quotas, Clock clock) {
        this.enterprises = enterprises;
        this.history = history;
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * @throws EnterpriseFieldsRefused when a field is not as it must be
     * @throws org.kaiyuan.platform.tenancy.QuotaRefused when the zone may not have more records
     * @throws CreditCodeTaken when another enterprise of the zone has the credit code
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public EnterpriseId register(EnterpriseProfile profile) {
        var checked = ProfileRules.checked(profile, LocalDate.now(clock));
        enterprises.refuseUnknownKinds(checked);
        enterprises.refuseTaken(checked.creditCode(), null);
        quotas.refuseRecordsBeyond(1);
        var enterprise =
                new Enterprise(CurrentTenant.get(), EnterpriseId.next(), checked, clock.instant());
        enterprises.save(enterprise);
        history.record(Enterprise.SUBJECT, enterprise.id().value(), "registered", List.of());
        return enterprise.id();
    }
}
