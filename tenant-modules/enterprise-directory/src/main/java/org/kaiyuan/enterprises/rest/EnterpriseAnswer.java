package org.kaiyuan.enterprises.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseDetails;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.FormerName;

/** An enterprise as programs read it; contacts are masked. */
record EnterpriseAnswer(
        UUID id,
        long version,
        @JsonUnwrapped EnterpriseProfile profile,
        List<FormerName> formerNames,
        Instant createdAt,
        Instant updatedAt) {

    static EnterpriseAnswer of(EnterpriseDetails details) {
        return new EnterpriseAnswer(
                details.id().value(),
                details.version(),
                details.profile(),
                details.formerNames(),
                details.createdAt(),
                details.updatedAt());
    }
}
