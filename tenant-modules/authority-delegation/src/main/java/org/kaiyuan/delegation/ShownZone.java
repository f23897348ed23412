package org.kaiyuan.delegation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A zone that shows its lists.
 *
 * @param code by which its public address names it
 * @param levelType such as 国家级经开区
 * @param since when it began to show them
 * @param revision another one whenever anything of what it shows changes
 * @param changedAt when that was last
 */
public record ShownZone(
        TenantId id,
        String code,
        String name,
        String levelType,
        @Nullable String city,
        Instant since,
        UUID revision,
        Instant changedAt) {}
