package org.kaiyuan.portal.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.persistence.TenantOwned;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.portal.PortalRefused;
import org.kaiyuan.portal.RepresentativeId;
import org.kaiyuan.portal.RepresentativeRow;
import org.kaiyuan.portal.RepresentativeState;

/** One person's standing for one enterprise, from the request on. Once declined or ended it never changes. */
@Entity
@Table(schema = "portal", name = "representative")
public class Representative extends TenantOwned {
    /** What the history calls it. */
    public static final String SUBJECT = "portal.representative";

    private static final int LONGEST_REASON = 200;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RepresentativeId id;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(updatable = false)
    private String username;

    @Column(name = "person_name", updatable = false)
    private String personName;

    @Column(updatable = false)
    private String phone;

    @Column(name = "credit_code", updatable = false)
    private String creditCode;

    @Column(name = "enterprise_id")
    private @Nullable UUID enterpriseId;

    @Column(name = "enterprise_name")
    private @Nullable String enterpriseName;

    private boolean administrator;

    @Enumerated(EnumType.STRING)
    private RepresentativeState state;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    private @Nullable String reason;

    /** For Hibernate. */
    protected Representative() {}

    /** A request that waits. */
    public Representative(
            TenantId tenant,
            AccountId account,
            Applicant applicant,
            String creditCode,
            Instant now) {
        super(tenant);
        this.id = RepresentativeId.next();
        this.accountId = account.value();
        this.username = applicant.username();
        this.personName = applicant.personName();
        this.phone = applicant.phone();
        this.creditCode = creditCode;
        this.state = RepresentativeState.REQUESTED;
        this.requestedAt = now;
    }

    /** Who asks, as they will be called. */
    public record Applicant(String username, String personName, String phone) {}

    /** From now on they stand for the enterprise. */
    public void confirm(
            EnterpriseId enterprise, String name, boolean asAdministrator, String by, Instant at) {
        become(RepresentativeState.CONFIRMED, null, by, at);
        enterpriseId = enterprise.value();
        enterpriseName = name;
        administrator = asAdministrator;
    }

    public void decline(String why, String by, Instant at) {
        become(RepresentativeState.DECLINED, told(why), by, at);
    }

    public void end(String why, String by, Instant at) {
        become(RepresentativeState.ENDED, told(why), by, at);
        administrator = false;
    }

    /** @throws PortalRefused when they do not stand for the enterprise now */
    public void appoint() {
        if (state != RepresentativeState.CONFIRMED) {
            throw new PortalRefused("portal.refusal.state", state);
        }
        administrator = true;
    }

    public void resign() {
        administrator = false;
    }

    public RepresentativeId id() {
        return id;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public String creditCode() {
        return creditCode;
    }

    public boolean isAdministrator() {
        return administrator;
    }

    public RepresentativeState state() {
        return state;
    }

    /** @throws IllegalStateException while nobody has decided */
    public EnterpriseId enterprise() {
        if (enterpriseId == null) {
            throw new IllegalStateException("Nobody has decided yet for whom " + id + " stands");
        }
        return new EnterpriseId(enterpriseId);
    }

    /** As others see it. */
    public RepresentativeRow row() {
        return new RepresentativeRow(
                id,
                version(),
                username,
                personName,
                phone,
                creditCode,
                enterpriseId == null ? null : new EnterpriseId(enterpriseId),
                enterpriseName,
                administrator,
                state,
                requestedAt,
                decidedAt,
                decidedBy,
                reason);
    }

    private void become(RepresentativeState next, @Nullable String why, String by, Instant at) {
        if (!state.mayBecome(next)) {
            throw new PortalRefused("portal.refusal.state", state);
        }
        state = next;
        reason = why;
        decidedBy = by;
        decidedAt = at;
    }

    private static String told(String why) {
        var tidy = why.strip().replace("\u0000", "");
        if (tidy.length() < 2 || tidy.length() > LONGEST_REASON) {
            throw new PortalRefused("portal.refusal.reason", LONGEST_REASON);
        }
        return tidy;
    }
}
