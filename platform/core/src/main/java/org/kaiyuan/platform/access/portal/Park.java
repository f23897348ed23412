package org.kaiyuan.platform.access.portal;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A park whose portal is open.
 *
 * @param code what people and links call it
 */
public record Park(TenantId id, String code, String name, @Nullable String city) {}
