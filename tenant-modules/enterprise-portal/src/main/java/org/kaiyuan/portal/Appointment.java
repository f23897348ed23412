package org.kaiyuan.portal;

import java.time.Clock;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.portal.domain.Representative;
import org.kaiyuan.portal.domain.Representative.Applicant;
import org.kaiyuan.portal.domain.Representatives;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The platform lets somebody stand for an enterprise without anyone having asked, as the demo does. */
@Service
@Transactional
public class Appointment {
    private final Representatives representatives;
    private final RepresentativeKeeping keeping;
    private final OwnRecords records;
    private final Clock clock;

    Appointment(
            Representatives representatives,
            RepresentativeKeeping keeping,
            OwnRecords records,
            Clock clock) {
        this.representatives = representatives;
        this.keeping = keeping;
        this.records = records;
        this.clock = clock;
    }

    /**
     * They look after the enterprise's people from now on; doing it again changes nothing.
     *
     * @param username of the account
     * @throws UnknownEnterprise when there is none in the current zone
     * @throws PortalRefused when the enterprise has no credit code
     */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public void appoint(
            AccountId account, String username, String personName, String phone, EnterpriseId id) {
        keeping.oneAfterTheOther();
        var enterprise = records.find(id).orElseThrow(() -> new UnknownEnterprise(id));
        var creditCode = enterprise.creditCode();
        if (creditCode == null) {
            throw new PortalRefused("portal.refusal.noCreditCode", enterprise.name());
        }
        if (representatives
                .findByAccountIdAndCreditCodeAndState(
                        account.value(), creditCode, RepresentativeState.CONFIRMED)
                .isPresent()) {
            return;
        }
        var one =
                new Representative(
                        CurrentTenant.get(),
                        account,
                        new Applicant(username, personName, phone),
                        creditCode,
                        clock.instant());
        keeping.confirm(one, enterprise, true, ChangeHistory.actorName());
    }
}
