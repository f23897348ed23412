package org.kaiyuan.plots.rest;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.UnitDirectory;
import org.kaiyuan.plots.UnitFilter;
import org.kaiyuan.plots.UnitId;
import org.kaiyuan.plots.UnitRegistration;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnitUse;
import org.kaiyuan.plots.rest.FloorAnswers.NewUnitBody;
import org.kaiyuan.plots.rest.FloorAnswers.UnitAnswer;
import org.kaiyuan.plots.rest.FloorAnswers.UnitBody;
import org.kaiyuan.plots.rest.FloorAnswers.UnitList;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units: lists by what they are and can carry, one, registering, changing. */
@RestController
@RequestMapping("/api/v1/units")
class UnitController {
    private final UnitDirectory directory;
    private final UnitRegistration registration;

    UnitController(UnitDirectory directory, UnitRegistration registration) {
        this.directory = directory;
        this.registration = registration;
    }

    /** The filters of lists. */
    record UnitParameters(
            @Nullable UUID building,
            @Nullable Set<UnitState> state,
            @Nullable Set<UnitUse> use,
            @Nullable BigDecimal areaFrom,
            @Nullable BigDecimal areaTo,
            @Nullable BigDecimal loadFrom,
            @Nullable BigDecimal heightFrom,
            @Nullable BigDecimal powerFrom,
            @Nullable BigDecimal craneFrom) {
        UnitFilter filter() {
            return new UnitFilter(
                    building == null ? null : new BuildingId(building),
                    state == null ? Set.of() : state,
                    use == null ? Set.of() : use,
                    areaFrom,
                    areaTo,
                    loadFrom,
                    heightFrom,
                    powerFrom,
                    craneFrom);
        }
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping
    UnitList list(
            @ParameterObject UnitParameters filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = directory.find(filter.filter(), cursor, limit);
        return new UnitList(page.items().stream().map(UnitAnswer::of).toList(), page.next());
    }

    @RolesAllowed({PlotPermissions.FLOORS_WRITE, PlotPermissions.FLOORS_READ})
    @PostMapping
    ResponseEntity<UnitAnswer> add(@RequestBody NewUnitBody body) {
        var id = registration.add(new BuildingId(body.building()), body.profile().profile());
        var unit = directory.details(id);
        return ResponseEntity.created(URI.create("/api/v1/units/" + id))
                .eTag(EntityTags.of(unit.version()))
                .body(UnitAnswer.of(unit));
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/{id}")
    ResponseEntity<UnitAnswer> one(@PathVariable UUID id) {
        var unit = directory.details(new UnitId(id));
        return ResponseEntity.ok().eTag(EntityTags.of(unit.version())).body(UnitAnswer.of(unit));
    }

    @RolesAllowed({PlotPermissions.FLOORS_WRITE, PlotPermissions.FLOORS_READ})
    @PutMapping("/{id}")
    ResponseEntity<UnitAnswer> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody UnitBody body) {
        registration.revise(new UnitId(id), EntityTags.version(basedOn), body.profile());
        return one(id);
    }

    @RolesAllowed(PlotPermissions.FLOORS_WRITE)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        registration.remove(new UnitId(id), EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }
}
