package org.kaiyuan.platform.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Everything that may be done on the platform, and which role may do it. */
@Component
public class Permissions {
    /** Before every permission in an authority, because {@code hasRole} and {@code @RolesAllowed} put it there. */
    static final String PREFIX = "ROLE_";

    private final TreeMap<String, Set<Role>> rolesByPermission = new TreeMap<>();

    Permissions(List<PermissionGrants> ofModules) {
        for (var module : ofModules) {
            for (var grant : module.grants()) {
                if (rolesByPermission.put(grant.permission(), grant.roles()) != null) {
                    throw new IllegalStateException(
                            "Two modules declare the permission " + grant.permission());
                }
            }
        }
    }

    public Set<String> all() {
        return new TreeSet<>(rolesByPermission.keySet());
    }

    public Set<String> of(Collection<Role> roles) {
        return those(permission -> rolesOf(permission).stream().anyMatch(roles::contains));
    }

    /** What an API client may do unless its registration names less or more: the staff's work and imports. */
    public Set<String> ofApiClients() {
        return those(permission ->
                rolesOf(permission).contains(Role.ZONE_STAFF) || permission.endsWith(":import"));
    }

    static List<GrantedAuthority> authorities(Collection<String> permissions) {
        return AuthorityUtils.createAuthorityList(
                permissions.stream().map(PREFIX::concat).toList());
    }

    private Set<String> those(Predicate<String> wanted) {
        var found = new TreeSet<String>();
        rolesByPermission.keySet().stream().filter(wanted).forEach(found::add);
        return found;
    }

    private Set<Role> rolesOf(String permission) {
        return rolesByPermission.getOrDefault(permission, Set.of());
    }
}
