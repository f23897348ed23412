package org.kaiyuan.platform.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roles of the current zone: ready-made ones, which never change, and its own. */
@Service
@Transactional
public class RoleKeeping {
    static final String SUBJECT = "access.role";
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 60;

    private final JdbcTemplate jdbc;
    private final Permissions permissions;
    private final ChangeHistory history;

    RoleKeeping(JdbcTemplate jdbc, Permissions permissions, ChangeHistory history) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.history = history;
    }

    /** Ready-made roles first, then the zone's own by name; at most 200 of those. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public List<RoleRow> all() {
        return offered();
    }

    /**
     * Makes a role of the zone's own.
     *
     * @throws RoleRefused when it has no name, the name is taken, or a permission is not the zone's to give
     */
    @PreAuthorize("hasRole('" + AccessPermissions.GRANT + "')")
    public RoleRow create(String name, DataScope scope, Collection<String> may) {
        var id = UuidV7.next();
        var role = checked(id, name, scope, may, 0);
        if (offered().size() - permissions.readyMade().size() >= MOST) {
            throw new RoleRefused("access.refusal.role.tooMany", MOST);
        }
        try {
            jdbc.update(
                    "insert into access.role (tenant_id, id, name, permissions, scope) values (?, ?, ?, ?, ?)",
                    CurrentTenant.get().value(),
                    id,
                    role.name(),
                    role.permissions().toArray(new String[0]),
                    scope.name());
        } catch (DuplicateKeyException taken) {
            throw new RoleRefused("access.refusal.role.nameTaken", name.strip());
        }
        history.record(
                SUBJECT,
                id,
                "created",
                List.of(
                        new FieldChange("name", null, role.name()),
                        new FieldChange("scope", null, scope.name()),
                        new FieldChange(
                                "permissions", null, String.join(" ", role.permissions()))));
        return role;
    }

    /**
     * Changes a role of the zone's own; whoever holds it may do what it says from their next request on.
     *
     * @param version as it was read
     * @throws RoleRefused when somebody changed it meanwhile, or it may not be so
     */
    @PreAuthorize("hasRole('" + AccessPermissions.GRANT + "')")
    public RoleRow change(
            UUID id, long version, String name, DataScope scope, Collection<String> may) {
        var before = own(id);
        var role = checked(id, name, scope, may, version + 1);
        refuseToWidenOneself(id, before, role);
        try {
            int changed =
                    jdbc.update(
                            """
                            update access.role set name = ?, permissions = ?, scope = ?, version = version + 1
                            where id = ? and version = ?\
                            """,
                            role.name(),
                            role.permissions().toArray(new String[0]),
                            scope.name(),
                            id,
                            version);
            if (changed == 0) {
                throw new RoleRefused("access.refusal.role.changed", before.name());
            }
        } catch (DuplicateKeyException taken) {
            throw new RoleRefused("access.refusal.role.nameTaken", name.strip());
        }
        history.record(
                SUBJECT,
                id,
                "changed",
                List.of(
                        new FieldChange("name", before.name(), role.name()),
                        new FieldChange("scope", before.scope().name(), scope.name()),
                        new FieldChange(
                                "permissions",
                                String.join(" ", before.permissions()),
                                String.join(" ", role.permissions()))));
        return role;
    }

    /** @throws RoleRefused while somebody holds it, or an invitation or the sign-in provider names it */
    @PreAuthorize("hasRole('" + AccessPermissions.GRANT + "')")
    public void remove(UUID id) {
        var before = own(id);
        var held =
                jdbc.queryForObject(
                        """
                        select exists (select from access.membership_role where role = ?)
                            or exists (select from access.invitation
                                       where ? = any (roles) and accepted_at is null and revoked_at is null)
                            or exists (select from access.identity_provider where default_role = ?)\
                        """,
                        Boolean.class,
                        id.toString(),
                        id.toString(),
                        id.toString());
        if (Boolean.TRUE.equals(held)) {
            throw new RoleRefused("access.refusal.role.held", before.name());
        }
        jdbc.update("delete from access.role where id = ?", id);
        history.record(
                SUBJECT, id, "removed", List.of(new FieldChange("name", before.name(), null)));
    }

    List<RoleRow> offered() {
        var own =
                jdbc.query(
                        "select id, name, permissions, scope, version from access.role order by name limit ?",
                        (row, number) ->
                                new RoleRow(
                                        row.getObject("id", UUID.class).toString(),
                                        row.getString("name"),
                                        null,
                                        Set.of((String[]) row.getArray("permissions").getArray()),
                                        DataScope.valueOf(row.getString("scope")),
                                        row.getLong("version")),
                        MOST);
        var all = new java.util.ArrayList<>(permissions.readyMade());
        all.addAll(own);
        return all;
    }

    private RoleRow own(UUID id) {
        return offered().stream()
                .filter(role -> role.isOwn() && role.id().equals(id.toString()))
                .findFirst()
                .orElseThrow(() -> new UnknownRole(id.toString()));
    }

    private RoleRow checked(
            UUID id, String name, DataScope scope, Collection<String> may, long version) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new RoleRefused("access.refusal.role.name", LONGEST_NAME);
        }
        if (may.isEmpty()) {
            throw new RoleRefused("access.refusal.role.empty");
        }
        for (var permission : may) {
            if (!permissions.ofZones().contains(permission)) {
                throw new RoleRefused("access.refusal.role.permission", permission);
            }
        }
        return new RoleRow(id.toString(), stripped, null, new TreeSet<>(may), scope, version);
    }

    /** Nobody grants to themselves, not even by way of a role that they hold already. */
    private void refuseToWidenOneself(UUID id, RoleRow before, RoleRow after) {
        boolean wider =
                !before.permissions().containsAll(after.permissions())
                        || after.scope().compareTo(before.scope()) > 0;
        if (wider && holdMyself(id)) {
            throw new RoleRefused("access.refusal.toYourself");
        }
    }

    private boolean holdMyself(UUID id) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        select exists (select from access.membership_role r join access.account a on a.id = r.account_id
                                       where r.role = ? and a.username = ?)\
                        """,
                        Boolean.class,
                        id.toString(),
                        ChangeHistory.actor()));
    }
}
