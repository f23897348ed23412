package org.kaiyuan.platform.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which ready-made roles may do one thing.
 *
 * @param permission {@code word:act}, such as {@code enterprises:read}
 * @param reserved whether it belongs to these roles alone: it can be put into no role of a zone's own, be
 *     given to no API client and be entrusted to nobody
 */
public record PermissionGrant(String permission, Set<Role> roles, boolean reserved) {
    private static final Pattern FORM = Pattern.compile("[a-z]+:[a-z-]+");

    public PermissionGrant {
        if (!FORM.matcher(permission).matches()) {
            throw new IllegalArgumentException("A permission is word:act, not " + permission);
        }
        roles = Set.copyOf(roles);
    }

    public PermissionGrant(String permission, Role... roles) {
        this(permission, Set.of(roles), false);
    }

    /** A permission that belongs to these roles alone. */
    public static PermissionGrant reserved(String permission, Role... roles) {
        return new PermissionGrant(permission, Set.of(roles), true);
    }

    /** The module that declares it. */
    public String word() {
        return permission.substring(0, permission.indexOf(':'));
    }
}
