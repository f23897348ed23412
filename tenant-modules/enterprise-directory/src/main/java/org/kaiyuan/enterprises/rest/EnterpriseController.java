package org.kaiyuan.enterprises.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseRemoval;
import org.kaiyuan.enterprises.EnterpriseRevision;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.enterprises.EnterpriseSuggestion;
import org.kaiyuan.enterprises.FacetCount;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.platform.rest.MergePatch;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/enterprises}. */
@RestController
@RequestMapping("/api/v1/enterprises")
class EnterpriseController {
    private final EnterpriseDirectory directory;
    private final EnterpriseRegistration registration;
    private final EnterpriseRevision revision;
    private final EnterpriseRemoval removal;
    private final EnterpriseSearch search;
    private final MergePatch patches;

    EnterpriseController(
            EnterpriseDirectory directory,
            EnterpriseRegistration registration,
            EnterpriseRevision revision,
            EnterpriseRemoval removal,
            EnterpriseSearch search,
            MergePatch patches) {
        this.directory = directory;
        this.registration = registration;
        this.revision = revision;
        this.removal = removal;
        this.search = search;
        this.patches = patches;
    }

    /** A page; {@code next} is null on the last one. */
    record Page(List<RowAnswer> items, @Nullable String next) {}

    /** The answer to a search. */
    record Finds(
            List<Find> items,
            Map<String, List<FacetCount>> facets,
            long total,
            @Nullable String suggestion,
            boolean degraded) {}

    /** One hit of it. */
    record Find(RowAnswer enterprise, Map<String, List<String>> highlights, List<String> reasons) {}

    /** Others that do the same. */
    record Similar(List<RowAnswer> items, boolean degraded) {}

    /** A name offered while typing. */
    record Suggestion(UUID id, String name, @Nullable String creditCode) {
        static Suggestion of(EnterpriseSuggestion s) {
            return new Suggestion(s.id().value(), s.name(), s.creditCode());
        }
    }

    @RolesAllowed(EnterprisePermissions.READ)
    @GetMapping
    Page list(
            @ParameterObject FilterParameters filter,
            @RequestParam(defaultValue = "NAME") EnterpriseOrder sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = directory.find(filter.filter(), sort, cursor, limit);
        return new Page(page.items().stream().map(RowAnswer::of).toList(), page.next());
    }

    @RolesAllowed(EnterprisePermissions.READ)
    @GetMapping("/search")
    Finds search(
            @RequestParam(defaultValue = "") String q,
            @ParameterObject FilterParameters filter,
            @RequestParam(defaultValue = "20") int limit) {
        var finds = search.search(q, filter.filter(), limit);
        return new Finds(
                finds.items().stream()
                        .map(f ->
                                new Find(RowAnswer.of(f.enterprise()), f.highlights(), f.reasons()))
                        .toList(),
                finds.facets(),
                finds.total(),
                finds.suggestion(),
                finds.degraded());
    }

    @RolesAllowed(EnterprisePermissions.READ)
    @GetMapping("/suggest")
    List<Suggestion> suggest(@RequestParam String q) {
        return search.suggest(q).stream().map(Suggestion::of).toList();
    }

    @RolesAllowed(EnterprisePermissions.READ)
    @GetMapping("/{id}/similar")
    Similar similar(@PathVariable UUID id, @RequestParam(defaultValue = "10") int limit) {
        var similar = search.similar(new EnterpriseId(id), limit);
        return new Similar(
                similar.items().stream().map(RowAnswer::of).toList(), similar.degraded());
    }

    @RolesAllowed(EnterprisePermissions.READ)
    @GetMapping("/{id}")
    ResponseEntity<EnterpriseAnswer> one(@PathVariable UUID id) {
        var details = directory.details(new EnterpriseId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(details.version()))
                .body(EnterpriseAnswer.of(details));
    }

    @RolesAllowed({EnterprisePermissions.WRITE, EnterprisePermissions.READ})
    @PostMapping
    ResponseEntity<EnterpriseAnswer> register(@RequestBody EnterpriseBody body) {
        var details = directory.details(registration.register(body.profile()));
        return ResponseEntity.created(URI.create("/api/v1/enterprises/" + details.id()))
                .eTag(EntityTags.of(details.version()))
                .body(EnterpriseAnswer.of(details));
    }

    @RolesAllowed({EnterprisePermissions.WRITE, EnterprisePermissions.READ})
    @PutMapping("/{id}")
    ResponseEntity<EnterpriseAnswer> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody EnterpriseBody body) {
        revision.revise(new EnterpriseId(id), EntityTags.version(basedOn), body.profile());
        return one(id);
    }

    @RolesAllowed({EnterprisePermissions.WRITE, EnterprisePermissions.READ})
    @PatchMapping(path = "/{id}", consumes = MergePatch.MEDIA_TYPE)
    ResponseEntity<EnterpriseAnswer> revisePartly(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody JsonNode patch) {
        revision.revisePartly(
                new EnterpriseId(id),
                EntityTags.version(basedOn),
                stored -> patches.apply(patch, stored, EnterpriseBody.class).profile());
        return one(id);
    }

    @RolesAllowed(EnterprisePermissions.WRITE)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        removal.remove(new EnterpriseId(id), EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }
}
