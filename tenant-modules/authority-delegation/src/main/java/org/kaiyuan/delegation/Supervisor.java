package org.kaiyuan.delegation;

import org.kaiyuan.platform.tenancy.TenantId;

/** An authority on the platform in whose divisions the zone lies. */
public record Supervisor(TenantId id, String name) {}
