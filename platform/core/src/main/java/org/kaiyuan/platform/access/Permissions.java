package org.kaiyuan.platform.access;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Everything that may be done on the platform, and which ready-made role may do it. */
@Component
public class Permissions {
    /** Before every permission in an authority, because {@code hasRole} and {@code @RolesAllowed} put it there. */
    static final String PREFIX = "ROLE_";

    /** What the platform itself is: no switch of a zone turns these off. */
    private static final Set<String> ALWAYS_ON =
            Set.of(
                    "access",
                    "audit",
                    "tenancy",
                    "tenants",
                    "notices",
                    "files",
                    "calendar",
                    "timeline",
                    "jobs");

    private final TreeMap<String, PermissionGrant> grants = new TreeMap<>();
    private final LinkedHashMap<String, RoleRow> readyMade = new LinkedHashMap<>();
    private final Set<String> ofZones;

    Permissions(List<PermissionGrants> ofModules, List<ModuleRole> roles) {
        for (var module : ofModules) {
            for (var grant : module.grants()) {
                if (grants.put(grant.permission(), grant) != null) {
                    throw new IllegalStateException(
                            "Two modules declare the permission " + grant.permission());
                }
            }
        }
        for (var role : Role.values()) {
            if (Role.OF_ZONES.contains(role)) {
                var key = "access.role." + role.name();
                offer(new RoleRow(role.name(), null, key, of(role), DataScope.ZONE, null));
            }
        }
        for (var role : roles) {
            role.permissions().forEach(this::declared);
            offer(
                    new RoleRow(
                            role.id(),
                            null,
                            role.nameKey(),
                            role.permissions(),
                            role.scope(),
                            null));
        }
        ofZones =
                those(grant ->
                        !grant.reserved()
                                && grant.roles().stream().anyMatch(Role.OF_ZONES::contains));
    }

    public Set<String> all() {
        return new TreeSet<>(grants.keySet());
    }

    public Set<String> of(Role role) {
        return those(grant -> grant.roles().contains(role));
    }

    /** What a zone may put into a role of its own or entrust to another tenant. */
    public Set<String> ofZones() {
        return Collections.unmodifiableSet(ofZones);
    }

    /** What a zone may let a program do, where whoever lets it may do it themselves. */
    public Set<String> ofPrograms() {
        return those(grant ->
                !AccessPermissions.OF_PERSONS_ALONE.contains(grant.permission())
                        && grant.roles().stream().anyMatch(Role.OF_ZONES::contains));
    }

    /** Words of the modules that can be switched on and off for a zone. */
    public Set<String> switchable() {
        var words = new TreeSet<String>();
        grants.values().stream()
                .filter(grant -> grant.roles().stream().anyMatch(Role.OF_ZONES::contains))
                .map(PermissionGrant::word)
                .filter(word -> !ALWAYS_ON.contains(word))
                .forEach(words::add);
        return words;
    }

    /** What belongs to an administrator alone, or else to the platform's own people. */
    public Set<String> reserved() {
        return those(PermissionGrant::reserved);
    }

    /** What an API client may do unless its registration names less or more: the staff's work and imports. */
    public Set<String> ofApiClients() {
        return those(grant ->
                !grant.reserved()
                        && (grant.roles().contains(Role.ZONE_STAFF)
                                || grant.permission().endsWith(":import")));
    }

    /** What an API client may do whose registration names these; {@code scopes} null: {@link #ofApiClients}. */
    Set<String> ofClient(@Nullable Collection<String> scopes) {
        if (scopes == null) {
            return ofApiClients();
        }
        var known = new TreeSet<>(scopes);
        known.retainAll(grants.keySet());
        return known;
    }

    /**
     * The roles that are there without a zone having made them, general ones first; without that of enterprise
     * people, which nobody of the zone gives.
     */
    List<RoleRow> readyMade() {
        return readyMade.values().stream()
                .filter(role -> !role.id().equals(Role.ENTERPRISE.name()))
                .toList();
    }

    /** The ready-made role of that id. */
    @Nullable RoleRow readyMade(String id) {
        return readyMade.get(id);
    }

    /** Whether a zone that has these modules has this permission; {@code modules} null: all. */
    static boolean isSwitchedOn(String permission, @Nullable Collection<String> modules) {
        var word = permission.substring(0, permission.indexOf(':'));
        return modules == null || ALWAYS_ON.contains(word) || modules.contains(word);
    }

    static List<GrantedAuthority> authorities(Collection<String> permissions) {
        return AuthorityUtils.createAuthorityList(
                permissions.stream().map(PREFIX::concat).toList());
    }

    /** What these authorities allow. */
    static Set<String> of(Collection<? extends GrantedAuthority> authorities) {
        var allowed = new TreeSet<String>();
        for (var authority : authorities) {
            var text = String.valueOf(authority.getAuthority());
            if (text.startsWith(PREFIX)) {
                allowed.add(text.substring(PREFIX.length()));
            }
        }
        return allowed;
    }

    /** Adds a role's permissions to those of others; where two give the same, the wider scope holds. */
    static void add(Map<String, DataScope> to, Collection<String> permissions, DataScope scope) {
        permissions.forEach(permission -> to.merge(permission, scope, DataScope::or));
    }

    private void offer(RoleRow role) {
        if (readyMade.put(role.id(), role) != null) {
            throw new IllegalStateException("Two modules declare the role " + role.id());
        }
    }

    private void declared(String permission) {
        if (!grants.containsKey(permission)) {
            throw new IllegalStateException("No module declares the permission " + permission);
        }
    }

    private Set<String> those(Predicate<PermissionGrant> wanted) {
        var found = new TreeSet<String>();
        grants.values().stream()
                .filter(wanted)
                .map(PermissionGrant::permission)
                .forEach(found::add);
        return found;
    }
}
