package org.kaiyuan.platform.access;

import java.util.List;

/** What one may do with a module, and who may: each module declares one as a bean. */
public record PermissionGrants(List<PermissionGrant> grants) {
    public PermissionGrants {
        grants = List.copyOf(grants);
    }

    public PermissionGrants(PermissionGrant... grants) {
        this(List.of(grants));
    }
}
