package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.SharedMatter;
import org.kaiyuan.delegation.SharedMatters;
import org.kaiyuan.platform.rest.EntityTags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue that the operator and supervisors share. Who may read it asks the use case: one of two permissions does. */
@RestController
@RequestMapping("/api/v1/delegation/shared-matters")
class SharedMatterController {
    private static final int MOST_AT_ONCE = 500;

    private final SharedMatters shared;

    SharedMatterController(SharedMatters shared) {
        this.shared = shared;
    }

    /**
     * A shared matter.
     *
     * @param publisher null for the operator
     * @param own whether the zone of who asks shares it
     * @param used whether the zone has it in its own catalogue
     */
    record SharedMatterAnswer(
            UUID id,
            long version,
            MatterBody says,
            @Nullable String publisher,
            boolean own,
            boolean used) {
        static SharedMatterAnswer of(SharedMatter one) {
            return new SharedMatterAnswer(
                    one.id(),
                    one.version(),
                    MatterBody.of(one.said()),
                    one.publisher(),
                    one.own(),
                    one.used());
        }
    }

    record SharedMatterList(List<SharedMatterAnswer> items, @Nullable String next) {}

    record SharedMatterUse(@JsonProperty(required = true) List<UUID> ids) {}

    /** The zone's own matters, in the order of what was asked. */
    record UsedMatters(List<UUID> matters) {}

    /** @param name only those whose name begins so */
    @PermitAll
    @GetMapping
    SharedMatterList list(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, SharedMatters.MOST);
        var found = shared.page(name, cursor, most);
        return new SharedMatterList(
                found.stream().map(SharedMatterAnswer::of).toList(),
                found.size() < most ? null : found.getLast().id().toString());
    }

    @PermitAll
    @GetMapping("/{id}")
    ResponseEntity<SharedMatterAnswer> one(@PathVariable UUID id) {
        var one = shared.get(id);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(one.version()))
                .body(SharedMatterAnswer.of(one));
    }

    /** With the zones in one's divisions. */
    @RolesAllowed(DelegationPermissions.SHARE)
    @PostMapping
    ResponseEntity<SharedMatterAnswer> share(@RequestBody MatterBody body) {
        var one = shared.get(shared.share(body.draft()));
        return ResponseEntity.created(URI.create("/api/v1/delegation/shared-matters/" + one.id()))
                .eTag(EntityTags.of(one.version()))
                .body(SharedMatterAnswer.of(one));
    }

    /** Zones that use it follow within the hour. */
    @RolesAllowed(DelegationPermissions.SHARE)
    @PutMapping("/{id}")
    ResponseEntity<SharedMatterAnswer> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody MatterBody body) {
        shared.revise(id, body.draft(), EntityTags.version(basedOn));
        return one(id);
    }

    /** Takes them into the zone's own catalogue. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping("/use")
    UsedMatters use(@RequestBody SharedMatterUse body) {
        if (body.ids().size() > MOST_AT_ONCE) {
            throw new DelegationFieldsRefused("ids", "delegation.rule.most", MOST_AT_ONCE);
        }
        return new UsedMatters(shared.use(body.ids()).stream().map(MatterId::value).toList());
    }
}
