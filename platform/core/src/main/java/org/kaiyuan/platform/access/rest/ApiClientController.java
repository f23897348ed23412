package org.kaiyuan.platform.access.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.access.ApiClientRow;
import org.kaiyuan.platform.access.ApiClientState;
import org.kaiyuan.platform.rest.NeverKept;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that call the API in the zone's name. */
@RestController
@RequestMapping("/api/v1/api-clients")
class ApiClientController {
    private final ApiClientKeeping clients;
    private final Clock clock;

    ApiClientController(ApiClientKeeping clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    record ClientAnswer(
            UUID id,
            String clientId,
            String name,
            Set<String> scopes,
            List<String> addresses,
            ApiClientState state,
            @Nullable Instant expiresAt,
            Instant createdAt,
            String createdBy,
            @Nullable Instant formerSecretUntil,
            @Nullable Instant lastUsedAt,
            @Nullable String lastUsedFrom,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            long version) {
        static ClientAnswer of(ApiClientRow row, Instant now) {
            return new ClientAnswer(
                    row.id(),
                    row.clientId(),
                    row.name(),
                    row.scopes(),
                    row.addresses(),
                    row.state(now),
                    row.expiresAt(),
                    row.createdAt(),
                    row.createdBy(),
                    row.formerSecretUntil(),
                    row.lastUsedAt(),
                    row.lastUsedFrom(),
                    row.revokedAt(),
                    row.revokedBy(),
                    row.version());
        }
    }

    record ClientPage(List<ClientAnswer> items, @Nullable String next) {}

    record ToldAnswer(ClientAnswer client, String secret) {}

    record ClientBody(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) Set<String> scopes,
            @Nullable List<String> addresses,
            @Nullable Instant expiresAt) {
        ApiClientKeeping.Terms terms() {
            return new ApiClientKeeping.Terms(
                    name, scopes, addresses == null ? List.of() : addresses, expiresAt);
        }
    }

    record ClientChange(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) Set<String> scopes,
            @Nullable List<String> addresses,
            @Nullable Instant expiresAt) {
        ApiClientKeeping.Terms terms() {
            return new ClientBody(name, scopes, addresses, expiresAt).terms();
        }
    }

    record RotationBody(
            @JsonProperty(required = true) long version, @Nullable Instant formerSecretUntil) {}

    @RolesAllowed(AccessPermissions.READ)
    @GetMapping
    ClientPage list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, 200);
        var rows = clients.list(cursor, most);
        return new ClientPage(
                rows.stream().map(this::answer).toList(),
                rows.size() < most ? null : rows.getLast().clientId());
    }

    @RolesAllowed(AccessPermissions.READ)
    @GetMapping("/{id}")
    ClientAnswer get(@PathVariable UUID id) {
        return answer(clients.get(id));
    }

    /** Its secret is in this answer and nowhere else. */
    @NeverKept
    @RolesAllowed(AccessPermissions.CLIENTS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ToldAnswer create(@RequestBody ClientBody body) {
        return answer(clients.create(body.terms()));
    }

    @RolesAllowed(AccessPermissions.CLIENTS)
    @PutMapping("/{id}")
    ClientAnswer change(@PathVariable UUID id, @RequestBody ClientChange body) {
        return answer(clients.change(id, body.version(), body.terms()));
    }

    /** The new secret is in this answer and nowhere else. */
    @NeverKept
    @RolesAllowed(AccessPermissions.CLIENTS)
    @PostMapping("/{id}/secret")
    ToldAnswer rotate(@PathVariable UUID id, @RequestBody RotationBody body) {
        return answer(clients.rotate(id, body.version(), body.formerSecretUntil()));
    }

    @RolesAllowed(AccessPermissions.CLIENTS)
    @PostMapping("/{id}/revoke")
    ClientAnswer revoke(@PathVariable UUID id) {
        return answer(clients.revoke(id));
    }

    private ClientAnswer answer(ApiClientRow row) {
        return ClientAnswer.of(row, clock.instant());
    }

    private ToldAnswer answer(ApiClientKeeping.Told told) {
        return new ToldAnswer(answer(told.client()), told.secret());
    }
}
