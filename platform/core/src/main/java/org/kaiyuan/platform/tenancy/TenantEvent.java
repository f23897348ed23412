package org.kaiyuan.platform.tenancy;

/** Something that happened in one zone; whoever reacts to it acts in that zone's name. */
public interface TenantEvent {
    TenantId tenantId();
}
