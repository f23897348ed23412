package org.kaiyuan.portal;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.portal.domain.Representative;
import org.kaiyuan.portal.domain.Representatives;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people who stand for an enterprise look after themselves: its administrators invite and dismiss, and
 * hand their part over; the last one stays.
 *
 * <p>Everything refuses an enterprise that the person does not stand for like one that is not there ({@link
 * org.kaiyuan.enterprises.UnknownEnterprise}).
 */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class Colleagues {
    private final MyEnterprises mine;
    private final Representatives representatives;
    private final RepresentativeKeeping keeping;
    private final CodeBook codes;

    Colleagues(
            MyEnterprises mine,
            Representatives representatives,
            RepresentativeKeeping keeping,
            CodeBook codes) {
        this.mine = mine;
        this.representatives = representatives;
        this.keeping = keeping;
        this.codes = codes;
    }

    /** Whoever stands for the enterprise now, oneself included; phone numbers masked. */
    @Transactional(readOnly = true)
    public List<RepresentativeRow> of(EnterpriseId enterprise) {
        mine.standing(enterprise);
        return representatives
                .findByEnterpriseIdAndStateOrderByRequestedAt(
                        enterprise.value(),
                        RepresentativeState.CONFIRMED,
                        Limit.of(RepresentativeKeeping.MOST))
                .stream()
                .map(Representative::row)
                .toList();
    }

    /**
     * A one-time code for a colleague.
     *
     * @param colleague their name, as a reminder
     * @throws PortalRefused when the person does not look after the enterprise's people
     */
    public ConfirmationCodes.Written invite(EnterpriseId enterprise, String colleague) {
        mine.administering(enterprise);
        return codes.make(enterprise, false, colleague);
    }

    /** Codes of the enterprise that wait to be used, also those that the park made. */
    @Transactional(readOnly = true)
    public List<ConfirmationCodes.Line> invitations(EnterpriseId enterprise) {
        mine.administering(enterprise);
        return codes.open(enterprise);
    }

    public void revoke(EnterpriseId enterprise, UUID invitation) {
        mine.administering(enterprise);
        codes.revoke(enterprise, invitation);
    }

    /**
     * A colleague no longer stands for the enterprise, from their next request on.
     *
     * @throws UnknownRepresentative when they do not stand for this enterprise
     * @throws PortalRefused when it is oneself, or without a reason
     */
    public void dismiss(EnterpriseId enterprise, RepresentativeId colleague, String reason) {
        keeping.oneAfterTheOther();
        var me = mine.administering(enterprise);
        var other = colleague(enterprise, colleague);
        if (other.id().equals(me.id())) {
            throw new PortalRefused("portal.refusal.yourself");
        }
        keeping.end(other, reason);
    }

    /** The colleague looks after the enterprise's people from now on, and oneself no longer. */
    public void handOver(EnterpriseId enterprise, RepresentativeId colleague) {
        keeping.oneAfterTheOther();
        var me = mine.administering(enterprise);
        var other = colleague(enterprise, colleague);
        if (other.id().equals(me.id())) {
            throw new PortalRefused("portal.refusal.yourself");
        }
        other.appoint();
        me.resign();
        codes.revokeThoseOf(me.row().username(), enterprise);
        representatives.saveAndFlush(other);
        representatives.saveAndFlush(me);
        keeping.record(
                other,
                "handed-over",
                new FieldChange("administrator", me.row().username(), other.row().username()));
    }

    /** @throws PortalRefused when one is the last who looks after the enterprise's people */
    public void leave(EnterpriseId enterprise, String reason) {
        var me = mine.deciding(enterprise);
        if (me.isAdministrator() && keeping.administrators(enterprise) <= 1) {
            throw new PortalRefused("portal.refusal.last");
        }
        keeping.end(me, reason);
    }

    private Representative colleague(EnterpriseId enterprise, RepresentativeId id) {
        var one = representatives.get(id);
        if (one.state() != RepresentativeState.CONFIRMED || !one.enterprise().equals(enterprise)) {
            throw new UnknownRepresentative();
        }
        return one;
    }
}
