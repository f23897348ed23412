package org.kaiyuan.enterprises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.enterprises.domain.ProfileRules;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changing what the directory says of an enterprise. */
@Service
@Transactional
public class EnterpriseRevision {
    private final Enterprises enterprises;
    private final ChangeHistory history;
    private final Clock clock;

    EnterpriseRevision(Enterprises enterprises, ChangeHistory history, Clock clock) {
        this.enterprises = enterprises;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Takes the whole profile over; what is masked in it stays as stored.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws EnterpriseChangedMeanwhile when somebody else was quicker; says who changed what
     * @throws EnterpriseFieldsRefused when a field is not as it must be
     * @throws CreditCodeTaken when another enterprise of the zone has the credit code
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public long revise(EnterpriseId id, long basedOn, EnterpriseProfile profile) {
        return change(id, basedOn, before -> profile);
    }

    /**
     * Changes parts of the profile: {@code change} is given what is stored, contacts unmasked.
     *
     * @see #revise
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public long revisePartly(
            EnterpriseId id, long basedOn, UnaryOperator<EnterpriseProfile> change) {
        return change(id, basedOn, change);
    }

    private long change(EnterpriseId id, long basedOn, UnaryOperator<EnterpriseProfile> change) {
        var enterprise = enterprises.present(id);
        if (enterprise.version() != basedOn) {
            throw new EnterpriseChangedMeanwhile(
                    enterprise.version(),
                    history.newest(id.value(), (int) (enterprise.version() - basedOn)));
        }
        var before = enterprise.profile();
        var checked = ProfileRules.revised(before, change.apply(before), LocalDate.now(clock));
        enterprises.refuseUnknownKinds(checked);
        enterprises.refuseTaken(checked.creditCode(), id);
        var changes = enterprise.revise(checked, clock.instant());
        if (!changes.isEmpty()) {
            enterprises.saveAndFlush(enterprise);
            history.record(Enterprise.SUBJECT, id.value(), "revised", changes);
        }
        return enterprise.version();
    }
}
