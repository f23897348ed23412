package org.kaiyuan.portal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes that the park's staff hand to an enterprise, so that whoever registers with one need not wait. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.CONFIRM + "')")
public class ConfirmationCodes {
    private final CodeBook codes;
    private final OwnRecords records;

    ConfirmationCodes(CodeBook codes, OwnRecords records) {
        this.codes = codes;
        this.records = records;
    }

    /**
     * A code that waits to be used; what it reads nobody can see again.
     *
     * @param administrator whether whoever uses it looks after their colleagues
     * @param madeFor who it was meant for, as a reminder
     */
    @Schema(name = "ConfirmationCodeLine")
    public record Line(
            UUID id,
            boolean administrator,
            @Nullable String madeFor,
            String madeBy,
            Instant madeAt,
            Instant expiresAt) {}

    /** A code as it reads, which is shown once. */
    public record Written(UUID id, String code, Instant expiresAt) {}

    /**
     * @throws UnknownEnterprise when there is none, or it is another zone's
     * @throws PortalRefused when the enterprise has no credit code yet, by which its people register
     */
    public Written make(EnterpriseId enterprise, boolean administrator, @Nullable String madeFor) {
        var found = found(enterprise);
        if (found.creditCode() == null) {
            throw new PortalRefused("portal.refusal.noCreditCode", found.name());
        }
        return codes.make(found.id(), administrator, madeFor);
    }

    /** Those that wait to be used, newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<Line> open(EnterpriseId enterprise) {
        return codes.open(found(enterprise).id());
    }

    /** Takes a code back; one that was used stays as it is. */
    public void revoke(EnterpriseId enterprise, UUID id) {
        codes.revoke(found(enterprise).id(), id);
    }

    private OwnRecords.Named found(EnterpriseId enterprise) {
        return records.find(enterprise).orElseThrow(() -> new UnknownEnterprise(enterprise));
    }
}
