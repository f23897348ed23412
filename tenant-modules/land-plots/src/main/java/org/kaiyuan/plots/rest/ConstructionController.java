package org.kaiyuan.plots.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.UUID;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.Construction;
import org.kaiyuan.plots.ConstructionFacts;
import org.kaiyuan.plots.ConstructionNote;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.StopNote;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Facts of construction on a plot. */
@RestController
@RequestMapping("/api/v1/plots/{id}/construction")
class ConstructionController {
    private final ConstructionFacts facts;

    ConstructionController(ConstructionFacts facts) {
        this.facts = facts;
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping
    ResponseEntity<Construction> of(@PathVariable UUID id) {
        var construction = facts.of(new PlotId(id));
        return ResponseEntity.ok().eTag(EntityTags.of(construction.version())).body(construction);
    }

    @RolesAllowed({PlotPermissions.WRITE, PlotPermissions.READ})
    @PutMapping
    ResponseEntity<Construction> enter(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody ConstructionNote body) {
        facts.enter(new PlotId(id), EntityTags.version(basedOn), body);
        return of(id);
    }

    @RolesAllowed({PlotPermissions.WRITE, PlotPermissions.READ})
    @PostMapping("/stops")
    ResponseEntity<Construction> stop(@PathVariable UUID id, @RequestBody StopNote body) {
        facts.stop(new PlotId(id), body);
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id + "/construction"))
                .body(facts.of(new PlotId(id)));
    }

    @RolesAllowed({PlotPermissions.WRITE, PlotPermissions.READ})
    @PutMapping("/stops/{stop}")
    ResponseEntity<Construction> revise(
            @PathVariable UUID id,
            @PathVariable UUID stop,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody StopNote body) {
        facts.revise(new PlotId(id), stop, EntityTags.version(basedOn), body);
        return of(id);
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @DeleteMapping("/stops/{stop}")
    ResponseEntity<Void> remove(
            @PathVariable UUID id,
            @PathVariable UUID stop,
            @RequestHeader("If-Match") String basedOn) {
        facts.remove(new PlotId(id), stop, EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }
}
