package org.kaiyuan.enterprises.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.EnterpriseTagging;
import org.kaiyuan.platform.rest.EntityTags;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tags of one enterprise, of many named ones, of everything that is found. */
@RestController
@RequestMapping("/api/v1/enterprises")
class EnterpriseTagController {
    private final EnterpriseTagging tagging;
    private final EnterpriseDirectory directory;

    EnterpriseTagController(EnterpriseTagging tagging, EnterpriseDirectory directory) {
        this.tagging = tagging;
        this.directory = directory;
    }

    record Tags(List<String> items) {}

    record TagBody(@Nullable String tag) {}

    enum TagAct {
        ADD,
        REMOVE
    }

    /** @param all everything that the request parameters find; instead of {@code enterprises} */
    record BulkTagBody(
            @JsonProperty(required = true) TagAct act,
            @Nullable String tag,
            @Nullable List<@Nullable UUID> enterprises,
            @Nullable Boolean all) {

        boolean isOfAll() {
            boolean ofAll = Boolean.TRUE.equals(all);
            if (ofAll == (enterprises != null)) {
                throw new BulkTagRefused();
            }
            return ofAll;
        }

        List<EnterpriseId> ids() {
            return enterprises == null
                    ? List.of()
                    : enterprises.stream()
                            .filter(Objects::nonNull)
                            .map(id -> new EnterpriseId(Objects.requireNonNull(id)))
                            .toList();
        }
    }

    record Tagged(int changed) {}

    @RolesAllowed(EnterprisePermissions.READ)
    @GetMapping("/tags")
    Tags tags() {
        return new Tags(directory.tags());
    }

    @RolesAllowed(EnterprisePermissions.WRITE)
    @PostMapping("/tags")
    Tagged bulk(
            @RequestParam(defaultValue = "") String q,
            @ParameterObject FilterParameters filter,
            @RequestBody BulkTagBody body) {
        var tag = text(body.tag());
        boolean add = body.act() == TagAct.ADD;
        if (body.isOfAll()) {
            var found = new EnterpriseQuestion(q, filter.filter(), EnterpriseOrder.NAME);
            return new Tagged(add ? tagging.tagAll(found, tag) : tagging.untagAll(found, tag));
        }
        return new Tagged(add ? tagging.tag(body.ids(), tag) : tagging.untag(body.ids(), tag));
    }

    @RolesAllowed({EnterprisePermissions.WRITE, EnterprisePermissions.READ})
    @PostMapping("/{id}/tags")
    ResponseEntity<EnterpriseAnswer> tag(@PathVariable UUID id, @RequestBody TagBody body) {
        tagging.tag(new EnterpriseId(id), text(body.tag()));
        return one(id);
    }

    @RolesAllowed({EnterprisePermissions.WRITE, EnterprisePermissions.READ})
    @DeleteMapping("/{id}/tags")
    ResponseEntity<EnterpriseAnswer> untag(@PathVariable UUID id, @RequestParam String tag) {
        tagging.untag(new EnterpriseId(id), tag);
        return one(id);
    }

    private ResponseEntity<EnterpriseAnswer> one(UUID id) {
        var details = directory.details(new EnterpriseId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(details.version()))
                .body(EnterpriseAnswer.of(details));
    }

    private static String text(@Nullable String tag) {
        return tag == null ? "" : tag;
    }
}
