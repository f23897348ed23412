package org.kaiyuan.plots.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.BuildingDirectory;
import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.BuildingRegistration;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.Vacancies;
import org.kaiyuan.plots.rest.FloorAnswers.BuildingBody;
import org.kaiyuan.plots.rest.FloorAnswers.BuildingLine;
import org.kaiyuan.plots.rest.FloorAnswers.BuildingList;
import org.kaiyuan.plots.rest.FloorAnswers.BuildingWhole;
import org.kaiyuan.plots.rest.FloorAnswers.VacancyAnswer;
import org.kaiyuan.plots.rest.PlotRecordController.PlotHistoryPage;
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

/** Buildings: lists, one floor by floor, registering, changing, and how much stands empty. */
@RestController
@RequestMapping("/api/v1/buildings")
class BuildingController {
    private final BuildingDirectory directory;
    private final BuildingRegistration registration;
    private final Vacancies vacancies;

    BuildingController(
            BuildingDirectory directory, BuildingRegistration registration, Vacancies vacancies) {
        this.directory = directory;
        this.registration = registration;
        this.vacancies = vacancies;
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping
    BuildingList list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable UUID plot,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = directory.find(text, plot == null ? null : new PlotId(plot), cursor, limit);
        return new BuildingList(page.items().stream().map(BuildingLine::of).toList(), page.next());
    }

    @RolesAllowed({PlotPermissions.FLOORS_WRITE, PlotPermissions.FLOORS_READ})
    @PostMapping
    ResponseEntity<BuildingWhole> register(@RequestBody BuildingBody body) {
        var id = registration.register(body.profile());
        var details = directory.details(id);
        return ResponseEntity.created(URI.create("/api/v1/buildings/" + id))
                .eTag(EntityTags.of(details.version()))
                .body(BuildingWhole.of(details));
    }

    /** How much stands empty on a day; without one today. */
    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/vacancy")
    VacancyAnswer vacancy(@RequestParam(required = false) @Nullable LocalDate day) {
        return VacancyAnswer.of(vacancies.on(day));
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/{id}")
    ResponseEntity<BuildingWhole> one(@PathVariable UUID id) {
        var details = directory.details(new BuildingId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(details.version()))
                .body(BuildingWhole.of(details));
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/{id}/history")
    PlotHistoryPage history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return PlotRecordController.history(
                cursor,
                limit,
                (before, most) -> directory.history(new BuildingId(id), before, most));
    }

    @RolesAllowed({PlotPermissions.FLOORS_WRITE, PlotPermissions.FLOORS_READ})
    @PutMapping("/{id}")
    ResponseEntity<BuildingWhole> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody BuildingBody body) {
        registration.revise(new BuildingId(id), EntityTags.version(basedOn), body.profile());
        return one(id);
    }

    @RolesAllowed(PlotPermissions.FLOORS_WRITE)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        registration.remove(new BuildingId(id), EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }
}
