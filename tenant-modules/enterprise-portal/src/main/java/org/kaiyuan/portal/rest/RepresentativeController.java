package org.kaiyuan.portal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.rest.NeverKept;
import org.kaiyuan.portal.ConfirmationCodes;
import org.kaiyuan.portal.Confirmations;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.portal.RepresentativeId;
import org.kaiyuan.portal.RepresentativeRow;
import org.kaiyuan.portal.RepresentativeState;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who asks to stand and stands for the park's enterprises. */
@RestController
@RequestMapping("/api/v1/portal")
@RolesAllowed(PortalPermissions.CONFIRM)
class RepresentativeController {
    private final Confirmations confirmations;
    private final ConfirmationCodes codes;

    RepresentativeController(Confirmations confirmations, ConfirmationCodes codes) {
        this.confirmations = confirmations;
        this.codes = codes;
    }

    record RepresentativeAnswer(
            UUID id,
            long version,
            String username,
            String personName,
            String phone,
            String creditCode,
            @Nullable UUID enterpriseId,
            @Nullable String enterpriseName,
            boolean administrator,
            RepresentativeState state,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason) {
        static RepresentativeAnswer of(RepresentativeRow row) {
            return new RepresentativeAnswer(
                    row.id().value(),
                    row.version(),
                    row.username(),
                    row.personName(),
                    row.phone(),
                    row.creditCode(),
                    row.enterpriseId() == null ? null : row.enterpriseId().value(),
                    row.enterpriseName(),
                    row.administrator(),
                    row.state(),
                    row.requestedAt(),
                    row.decidedAt(),
                    row.decidedBy(),
                    row.reason());
        }
    }

    record RepresentativePage(List<RepresentativeAnswer> items, @Nullable String next) {}

    record RepresentativeList(List<RepresentativeAnswer> items) {}

    record ConfirmingBody(
            @JsonProperty(required = true) long version, @Nullable Boolean administrator) {}

    record RepresentativeReasonBody(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) String reason) {}

    record ConfirmationCodeBody(boolean administrator, @Nullable String madeFor) {}

    record CodeList(List<ConfirmationCodes.Line> items) {}

    @GetMapping("/representatives")
    RepresentativePage list(
            @RequestParam(defaultValue = "REQUESTED") RepresentativeState state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, Confirmations.MOST);
        var rows =
                confirmations.list(
                        state, cursor == null ? null : new RepresentativeId(cursor), most);
        return new RepresentativePage(
                rows.stream().map(RepresentativeAnswer::of).toList(),
                rows.size() < most ? null : rows.getLast().id().toString());
    }

    @GetMapping("/representatives/{id}")
    RepresentativeAnswer get(@PathVariable UUID id) {
        return RepresentativeAnswer.of(confirmations.get(new RepresentativeId(id)));
    }

    @PostMapping("/representatives/{id}/confirm")
    RepresentativeAnswer confirm(@PathVariable UUID id, @RequestBody ConfirmingBody body) {
        confirmations.confirm(new RepresentativeId(id), body.version(), body.administrator());
        return get(id);
    }

    @PostMapping("/representatives/{id}/decline")
    RepresentativeAnswer decline(
            @PathVariable UUID id, @RequestBody RepresentativeReasonBody body) {
        confirmations.decline(new RepresentativeId(id), body.version(), body.reason());
        return get(id);
    }

    @PostMapping("/representatives/{id}/end")
    RepresentativeAnswer end(@PathVariable UUID id, @RequestBody RepresentativeReasonBody body) {
        confirmations.end(new RepresentativeId(id), body.version(), body.reason());
        return get(id);
    }

    @GetMapping("/enterprises/{enterprise}/representatives")
    RepresentativeList of(@PathVariable UUID enterprise) {
        return new RepresentativeList(
                confirmations.of(new EnterpriseId(enterprise)).stream()
                        .map(RepresentativeAnswer::of)
                        .toList());
    }

    @GetMapping("/enterprises/{enterprise}/codes")
    CodeList codes(@PathVariable UUID enterprise) {
        return new CodeList(codes.open(new EnterpriseId(enterprise)));
    }

    /** The code is in this answer and nowhere else. */
    @NeverKept
    @PostMapping("/enterprises/{enterprise}/codes")
    @ResponseStatus(HttpStatus.CREATED)
    ConfirmationCodes.Written make(
            @PathVariable UUID enterprise, @RequestBody ConfirmationCodeBody body) {
        return codes.make(new EnterpriseId(enterprise), body.administrator(), body.madeFor());
    }

    @DeleteMapping("/enterprises/{enterprise}/codes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID enterprise, @PathVariable UUID id) {
        codes.revoke(new EnterpriseId(enterprise), id);
    }
}
