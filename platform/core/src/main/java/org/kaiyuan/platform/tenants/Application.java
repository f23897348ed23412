package org.kaiyuan.platform.tenants;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;

/**
 * A park that wants in.
 *
 * @param division code of where it lies
 * @param words what it wrote besides
 * @param decidedBy what colleagues call who decided; null while it waits
 * @param reason why it was declined
 * @param zone the tenant that came of it; null unless it was accepted
 */
public record Application(
        UUID id,
        Instant at,
        Form form,
        ApplicationState state,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable TenantId zone) {

    /** What a park writes. */
    public record Form(
            String zoneName,
            TenantKind kind,
            String levelType,
            @Nullable String city,
            @Nullable String division,
            String contactName,
            String contactPhone,
            @Nullable String contactEmail,
            @Nullable String words) {}
}
