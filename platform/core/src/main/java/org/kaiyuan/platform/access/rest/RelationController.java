package org.kaiyuan.platform.access.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the tenant has to do with others. */
@RestController
@RequestMapping("/api/v1/relations")
class RelationController {
    private final Relations relations;

    RelationController(Relations relations) {
        this.relations = relations;
    }

    record RelationBody(
            @JsonProperty(required = true) RelationKind kind,
            @JsonProperty(required = true) String partner,
            @Nullable Set<String> permissions,
            @JsonProperty(required = true) LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @JsonProperty(required = true) String document) {}

    record GivenAnswer(
            UUID id,
            RelationKind kind,
            String partnerName,
            Set<String> permissions,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String document,
            @Nullable Instant endedAt) {
        static GivenAnswer of(Relations.Line line) {
            return new GivenAnswer(
                    line.id(),
                    line.kind(),
                    line.partnerName(),
                    line.permissions(),
                    line.startsOn(),
                    line.endsOn(),
                    line.document(),
                    line.endedAt());
        }
    }

    record RelationList(List<GivenAnswer> given, List<Relations.Received> received) {}

    record BegunAnswer(UUID id) {}

    @RolesAllowed(AccessPermissions.READ)
    @GetMapping
    RelationList list() {
        return new RelationList(
                relations.given().stream().map(GivenAnswer::of).toList(), relations.received());
    }

    @RolesAllowed(AccessPermissions.RELATE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BegunAnswer begin(@RequestBody RelationBody body) {
        return new BegunAnswer(
                relations.begin(
                        body.kind(),
                        body.partner(),
                        body.permissions() == null ? Set.of() : body.permissions(),
                        body.startsOn(),
                        body.endsOn(),
                        body.document()));
    }

    @RolesAllowed(AccessPermissions.RELATE)
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        relations.end(id);
    }
}
