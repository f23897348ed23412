package org.kaiyuan.platform.tenants.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenants.Application;
import org.kaiyuan.platform.tenants.ApplicationState;
import org.kaiyuan.platform.tenants.Applications;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Parks that want in, for the operator; applying is a page, open to everybody. */
@RestController
@RequestMapping("/api/v1/tenant-applications")
@RolesAllowed(TenantsPermissions.OPERATE)
class ApplicationController {
    private final Applications applications;

    ApplicationController(Applications applications) {
        this.applications = applications;
    }

    record ApplicationAnswer(
            UUID id,
            Instant at,
            Application.Form form,
            ApplicationState state,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason) {
        static ApplicationAnswer of(Application one) {
            return new ApplicationAnswer(
                    one.id(),
                    one.at(),
                    one.form(),
                    one.state(),
                    one.decidedAt(),
                    one.decidedBy(),
                    one.reason());
        }
    }

    record ApplicationPage(List<ApplicationAnswer> items, @Nullable String next) {}

    record CodeBody(@JsonProperty(required = true) String code) {}

    record DeclineBody(@JsonProperty(required = true) String reason) {}

    record AcceptedAnswer(String code) {}

    @GetMapping
    ApplicationPage list(
            @RequestParam(defaultValue = "WAITING") ApplicationState state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, 200);
        var rows = applications.list(state, cursor, most);
        return new ApplicationPage(
                rows.stream().map(ApplicationAnswer::of).toList(),
                rows.size() < most ? null : rows.getLast().id().toString());
    }

    @PostMapping("/{id}/accept")
    @ResponseStatus(HttpStatus.CREATED)
    AcceptedAnswer accept(@PathVariable UUID id, @RequestBody CodeBody body) {
        applications.accept(id, body.code());
        return new AcceptedAnswer(body.code());
    }

    @PostMapping("/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable UUID id, @RequestBody DeclineBody body) {
        applications.decline(id, body.reason());
    }
}
