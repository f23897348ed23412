package org.kaiyuan.platform.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * What everyone may know of a tenant.
 *
 * @param code what people see and type, such as {@code deyang}
 * @param levelType such as 国家级经开区 or 省级
 */
public record TenantSummary(
        TenantId id,
        String code,
        String name,
        String levelType,
        @Nullable String city,
        boolean demo) {}
