package org.kaiyuan.enterprises.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseDetails;
import org.kaiyuan.enterprises.EnterpriseProfile;

/** An enterprise as programs read it; contacts are masked. */
record EnterpriseAnswer(
        UUID id,
        long version,
        @JsonUnwrapped EnterpriseProfile profile,
        Instant createdAt,
        Instant updatedAt) {

    static EnterpriseAnswer of(EnterpriseDetails details) {
        return new EnterpriseAnswer(
                details.id().value(),
                details.version(),
                details.profile(),
                details.createdAt(),
                details.updatedAt());
    }
}
