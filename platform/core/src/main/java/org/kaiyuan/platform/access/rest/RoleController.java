package org.kaiyuan.platform.access.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.platform.access.RoleRow;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The roles that can be held in the zone. */
@RestController
@RequestMapping("/api/v1/roles")
class RoleController {
    private final RoleKeeping roles;

    RoleController(RoleKeeping roles) {
        this.roles = roles;
    }

    /** @param version missing for a ready-made role, which never changes */
    record RoleAnswer(
            String id,
            @Nullable String name,
            Set<String> permissions,
            DataScope scope,
            @Nullable Long version) {
        static RoleAnswer of(RoleRow row) {
            return new RoleAnswer(
                    row.id(), row.name(), row.permissions(), row.scope(), row.version());
        }
    }

    record RoleList(List<RoleAnswer> items) {}

    record RoleBody(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) DataScope scope,
            @JsonProperty(required = true) Set<String> permissions,
            @Nullable Long version) {}

    @RolesAllowed(AccessPermissions.READ)
    @GetMapping
    RoleList list() {
        return new RoleList(roles.all().stream().map(RoleAnswer::of).toList());
    }

    @RolesAllowed(AccessPermissions.GRANT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RoleAnswer create(@RequestBody RoleBody body) {
        return RoleAnswer.of(roles.create(body.name(), body.scope(), body.permissions()));
    }

    @RolesAllowed(AccessPermissions.GRANT)
    @PutMapping("/{id}")
    RoleAnswer change(@PathVariable UUID id, @RequestBody RoleBody body) {
        long version = body.version() == null ? -1 : body.version();
        return RoleAnswer.of(
                roles.change(id, version, body.name(), body.scope(), body.permissions()));
    }

    @RolesAllowed(AccessPermissions.GRANT)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        roles.remove(id);
    }
}
