package org.kaiyuan.platform.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which roles may do one thing.
 *
 * @param permission {@code word:act}, such as {@code enterprises:read}
 */
public record PermissionGrant(String permission, Set<Role> roles) {
    private static final Pattern FORM = Pattern.compile("[a-z]+:[a-z-]+");

    public PermissionGrant {
        if (!FORM.matcher(permission).matches()) {
            throw new IllegalArgumentException("A permission is word:act, not " + permission);
        }
        roles = Set.copyOf(roles);
    }

    public PermissionGrant(String permission, Role... roles) {
        this(permission, Set.of(roles));
    }
}
