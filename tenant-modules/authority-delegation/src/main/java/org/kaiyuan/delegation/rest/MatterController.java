package org.kaiyuan.delegation.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.Matter;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.MatterRow;
import org.kaiyuan.platform.rest.EntityTags;
import org.springdoc.core.annotations.ParameterObject;
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

/** The zone's catalogue of matters. */
@RestController
@RequestMapping("/api/v1/delegation/matters")
class MatterController {
    private final MatterCatalogue catalogue;
    private final MatterKeeping keeping;

    MatterController(MatterCatalogue catalogue, MatterKeeping keeping) {
        this.catalogue = catalogue;
        this.keeping = keeping;
    }

    /** The filters of lists and searches. */
    record MatterParameters(
            @Nullable MatterKind kind, @Nullable String field, @Nullable BasisState basis) {
        MatterCatalogue.Filter filter() {
            return new MatterCatalogue.Filter(kind, field, basis);
        }
    }

    /** @param body who decides it today; null where no entry in force says so */
    record MatterLine(
            UUID id,
            @Nullable String code,
            String name,
            MatterKind kind,
            @Nullable String field,
            BasisState basisState,
            boolean shared,
            @Nullable String body) {
        static MatterLine of(MatterRow row) {
            return new MatterLine(
                    row.id().value(),
                    row.code(),
                    row.name(),
                    row.kind(),
                    row.field(),
                    row.basisState(),
                    row.shared(),
                    row.body());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record MatterList(List<MatterLine> items, @Nullable String next) {}

    record MatterWhole(
            UUID id,
            long version,
            @Nullable String code,
            @Nullable String basicCode,
            String name,
            MatterKind kind,
            @Nullable String field,
            List<LegalBasis> bases,
            BasisState basisState,
            boolean shared) {
        static MatterWhole of(Matter matter) {
            return new MatterWhole(
                    matter.id().value(),
                    matter.version(),
                    matter.code(),
                    matter.basicCode(),
                    matter.name(),
                    matter.kind(),
                    matter.field(),
                    matter.bases(),
                    matter.basisState(),
                    matter.shared());
        }
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping
    MatterList list(
            @ParameterObject MatterParameters filter,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MatterCatalogue.MOST);
        var found =
                catalogue.page(filter.filter(), cursor == null ? null : new MatterId(cursor), most);
        return new MatterList(
                found.stream().map(MatterLine::of).toList(),
                found.size() < most ? null : found.getLast().id().toString());
    }

    /**
     * The best first, by characters, pinyin, initials or code.
     *
     * @param cursor how many hits are left out
     */
    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/search")
    MatterList search(
            @RequestParam(defaultValue = "") String q,
            @ParameterObject MatterParameters filter,
            @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MatterCatalogue.MOST);
        int from = Math.max(cursor, 0);
        var found = catalogue.search(q, filter.filter(), from, most);
        return new MatterList(
                found.stream().map(MatterLine::of).toList(),
                found.size() < most ? null : Integer.toString(from + most));
    }

    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PostMapping
    ResponseEntity<MatterWhole> add(@RequestBody MatterBody body) {
        var matter = catalogue.get(keeping.add(body.draft()));
        return ResponseEntity.created(URI.create("/api/v1/delegation/matters/" + matter.id()))
                .eTag(EntityTags.of(matter.version()))
                .body(MatterWhole.of(matter));
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/{id}")
    ResponseEntity<MatterWhole> one(@PathVariable UUID id) {
        var matter = catalogue.get(new MatterId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(matter.version()))
                .body(MatterWhole.of(matter));
    }

    /** 409 where it comes from the shared catalogue. */
    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PutMapping("/{id}")
    ResponseEntity<MatterWhole> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody MatterBody body) {
        keeping.revise(new MatterId(id), body.draft(), EntityTags.version(basedOn));
        return one(id);
    }
}
