package org.kaiyuan.platform.tenants.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.rest.NeverKept;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.platform.tenancy.TenantRow;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenants.Certificate;
import org.kaiyuan.platform.tenants.Certificates;
import org.kaiyuan.platform.tenants.LifeStep;
import org.kaiyuan.platform.tenants.Logo;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.platform.tenants.TenantSetup;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The register of tenants and their life, for the operator. */
@RestController
@RequestMapping("/api/v1/tenants")
@RolesAllowed(TenantsPermissions.OPERATE)
class TenantController {
    private final TenantLife life;
    private final TenantSetup setup;
    private final Certificates certificates;

    TenantController(TenantLife life, TenantSetup setup, Certificates certificates) {
        this.life = life;
        this.certificates = certificates;
        this.setup = setup;
    }

    record TenantAnswer(
            String code,
            String name,
            TenantKind kind,
            String levelType,
            @Nullable String city,
            List<String> divisions,
            TenantState state,
            @Nullable String stateReason,
            @Nullable Set<String> modules,
            Instant createdAt,
            long version) {
        static TenantAnswer of(TenantRow row) {
            return new TenantAnswer(
                    row.code(),
                    row.name(),
                    row.kind(),
                    row.levelType(),
                    row.city(),
                    row.divisions(),
                    row.state(),
                    row.stateReason(),
                    row.modules(),
                    row.createdAt(),
                    row.version());
        }
    }

    record TenantPage(List<TenantAnswer> items, @Nullable String next) {}

    record NewTenantBody(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) TenantKind kind,
            @JsonProperty(required = true) String levelType,
            @Nullable String city,
            @Nullable List<String> divisions,
            @Nullable Set<String> modules) {}

    record TenantBody(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) TenantKind kind,
            @JsonProperty(required = true) String levelType,
            @Nullable String city,
            @Nullable List<String> divisions,
            @Nullable Set<String> modules,
            @JsonProperty(required = true) long version) {}

    record ReasonBody(@JsonProperty(required = true) String reason) {}

    record AdministratorBody(
            @JsonProperty(required = true) String displayName, @Nullable String email) {}

    record StepList(List<LifeStep> items, TenantLife.@Nullable Closing deletion) {}

    @GetMapping
    TenantPage list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable TenantState state,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, 200);
        var rows =
                life.search(
                        q, state, cursor == null || cursor < 1 ? null : new TenantId(cursor), most);
        return new TenantPage(
                rows.stream().map(TenantAnswer::of).toList(),
                rows.size() < most ? null : rows.getLast().id().toString());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TenantAnswer begin(@RequestBody NewTenantBody body) {
        var zone =
                setup.begin(
                        body.code(),
                        new Description(
                                body.name(),
                                body.kind(),
                                body.levelType(),
                                body.city(),
                                body.divisions() == null ? List.of() : body.divisions(),
                                body.modules()));
        return TenantAnswer.of(life.get(zone));
    }

    @GetMapping("/{code}")
    TenantAnswer get(@PathVariable String code) {
        return TenantAnswer.of(life.byCode(code));
    }

    @PutMapping("/{code}")
    TenantAnswer describe(@PathVariable String code, @RequestBody TenantBody body) {
        setup.describe(
                zone(code),
                body.version(),
                new Description(
                        body.name(),
                        body.kind(),
                        body.levelType(),
                        body.city(),
                        body.divisions() == null ? List.of() : body.divisions(),
                        body.modules()));
        return get(code);
    }

    @GetMapping("/{code}/steps")
    StepList steps(@PathVariable String code) {
        var zone = zone(code);
        return new StepList(life.steps(zone), life.closing(zone).orElse(null));
    }

    /** Its code is in this answer and nowhere else. */
    @NeverKept
    @PostMapping("/{code}/administrator")
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Written invite(@PathVariable String code, @RequestBody AdministratorBody body) {
        return setup.inviteAdministrator(zone(code), body.displayName(), body.email());
    }

    @GetMapping("/{code}/logo")
    ResponseEntity<byte[]> logo(@PathVariable String code) {
        return setup.logo(zone(code)).map(TenantController::picture).orElseGet(() -> nothing());
    }

    @PutMapping(path = "/{code}/logo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putLogo(@PathVariable String code, @RequestParam MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            setup.putLogo(zone(code), content.readNBytes(Logo.MOST_BYTES + 1));
        }
    }

    @DeleteMapping("/{code}/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeLogo(@PathVariable String code) {
        setup.putLogo(zone(code), null);
    }

    @PostMapping("/{code}/activate")
    TenantAnswer activate(@PathVariable String code) {
        life.activate(zone(code));
        return get(code);
    }

    @PostMapping("/{code}/suspend")
    TenantAnswer suspend(@PathVariable String code, @RequestBody ReasonBody body) {
        life.suspend(zone(code), body.reason());
        return get(code);
    }

    @PostMapping("/{code}/resume")
    TenantAnswer resume(@PathVariable String code, @RequestBody ReasonBody body) {
        life.resume(zone(code), body.reason());
        return get(code);
    }

    @PostMapping("/{code}/deletion")
    TenantAnswer requestDeletion(@PathVariable String code, @RequestBody ReasonBody body) {
        life.requestDeletion(zone(code), body.reason());
        return get(code);
    }

    /** What was issued when it was deleted; 204 while it is not. */
    @GetMapping("/{code}/certificate")
    ResponseEntity<Certificate> certificate(@PathVariable String code) {
        return certificates
                .of(zone(code))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{code}/deletion/withdraw")
    TenantAnswer withdrawDeletion(@PathVariable String code, @RequestBody ReasonBody body) {
        life.withdrawDeletion(zone(code), body.reason());
        return get(code);
    }

    private TenantId zone(String code) {
        return life.byCode(code).id();
    }

    private static ResponseEntity<byte[]> picture(Logo logo) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .body(logo.content());
    }

    private static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.noContent().build();
    }
}
