package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.Box;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotMap;
import org.kaiyuan.plots.PlotMoves;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotRegistration;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ReservationState;
import org.kaiyuan.plots.rest.PlotAnswers.PlotBody;
import org.kaiyuan.plots.rest.PlotAnswers.PlotGateAnswer;
import org.kaiyuan.plots.rest.PlotAnswers.PlotLine;
import org.kaiyuan.plots.rest.PlotAnswers.PlotList;
import org.kaiyuan.plots.rest.PlotAnswers.PlotReservationAnswer;
import org.kaiyuan.plots.rest.PlotAnswers.PlotReservationList;
import org.kaiyuan.plots.rest.PlotAnswers.PlotWhole;
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

/** Plots: lists and maps, one in full, changing, moving, holding for leads. */
@RestController
@RequestMapping("/api/v1/plots")
class PlotController {
    private final PlotDirectory directory;
    private final PlotMap map;
    private final PlotRegistration registration;
    private final PlotMoves moves;
    private final PlotReservations reservations;
    private final Messages messages;

    PlotController(
            PlotDirectory directory,
            PlotMap map,
            PlotRegistration registration,
            PlotMoves moves,
            PlotReservations reservations,
            Messages messages) {
        this.directory = directory;
        this.map = map;
        this.registration = registration;
        this.moves = moves;
        this.reservations = reservations;
        this.messages = messages;
    }

    /** The filters of lists and maps. */
    record PlotParameters(
            @Nullable String text,
            @Nullable Set<PlotState> state,
            @Nullable String use,
            @Nullable BigDecimal areaFrom,
            @Nullable BigDecimal areaTo,
            @Nullable UUID holder,
            @Nullable String bbox) {
        PlotFilter filter() {
            return new PlotFilter(
                    text,
                    state == null ? Set.of() : state,
                    use,
                    areaFrom,
                    areaTo,
                    holder,
                    bbox == null || bbox.isBlank() ? null : Box.of(bbox));
        }
    }

    /**
     * A plot to be registered.
     *
     * @param geometry Polygon or MultiPolygon of GeoJSON in degrees (EPSG:4490)
     */
    record PlotRegistrationBody(
            @JsonProperty(required = true) PlotBody profile,
            @JsonProperty(required = true) Map<String, Object> geometry) {}

    /** @param day when it came to be so; without it today */
    record PlotMoveBody(
            @JsonProperty(required = true) PlotState to,
            @Nullable LocalDate day,
            @Nullable String reason) {}

    /** @param queue whether to wait where another lead holds it */
    record PlotReservationBody(
            @JsonProperty(required = true) UUID lead,
            @JsonProperty(required = true) LocalDate until,
            @Nullable Boolean queue) {}

    /** @param state {@code QUEUED} where it waits */
    record PlotReservationMade(UUID id, ReservationState state) {}

    record PlotGateList(List<PlotGateAnswer> items) {}

    // without a type of its own: who does not say how they want it gets this, not the map
    @RolesAllowed(PlotPermissions.READ)
    @GetMapping
    PlotList list(
            @ParameterObject PlotParameters filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = directory.find(filter.filter(), asOf, cursor, limit);
        return new PlotList(page.items().stream().map(PlotLine::of).toList(), page.next());
    }

    /** The same as a FeatureCollection for maps, at most 12,000 plots, the largest first. */
    @RolesAllowed(PlotPermissions.READ)
    @GetMapping(produces = "application/geo+json")
    Map<String, Object> features(
            @ParameterObject PlotParameters filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "0") double metresPerPixel) {
        return Map.of(
                "type",
                "FeatureCollection",
                "features",
                map.plots(filter.filter(), asOf, metresPerPixel).stream()
                        .map(PlotController::feature)
                        .toList());
    }

    /** It begins as 规划; its own 3° zone is that in which it lies. */
    @RolesAllowed({PlotPermissions.WRITE, PlotPermissions.READ})
    @PostMapping
    ResponseEntity<PlotWhole> register(@RequestBody PlotRegistrationBody body) {
        var id = registration.register(body.profile().profile(), GeoJson.shape(body.geometry()));
        var details = directory.details(id);
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id))
                .eTag(EntityTags.of(details.version()))
                .body(PlotWhole.of(details));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/{id}")
    ResponseEntity<PlotWhole> one(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate asOf) {
        var plot = new PlotId(id);
        var details = asOf == null ? directory.details(plot) : directory.details(plot, asOf);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(details.version()))
                .body(PlotWhole.of(details));
    }

    @RolesAllowed({PlotPermissions.WRITE, PlotPermissions.READ})
    @PutMapping("/{id}")
    ResponseEntity<PlotWhole> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PlotBody body) {
        registration.revise(new PlotId(id), EntityTags.version(basedOn), body.profile());
        return one(id, null);
    }

    /** The gates that would refuse to let it become this. */
    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/{id}/gates")
    PlotGateList gates(@PathVariable UUID id, @RequestParam PlotState to) {
        return new PlotGateList(
                moves.refusing(new PlotId(id), to).stream()
                        .map(refused -> PlotGateAnswer.of(refused, messages))
                        .toList());
    }

    /** 409 with the gates that refuse. */
    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping("/{id}/moves")
    PlotWhole move(@PathVariable UUID id, @RequestBody PlotMoveBody body) {
        moves.move(new PlotId(id), body.to(), body.day(), body.reason());
        return PlotWhole.of(directory.details(new PlotId(id)));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/{id}/reservations")
    PlotReservationList reservations(@PathVariable UUID id) {
        return new PlotReservationList(
                reservations.of(new PlotId(id)).stream().map(PlotReservationAnswer::of).toList());
    }

    @RolesAllowed({PlotPermissions.RESERVE, PlotPermissions.READ, LeadPermissions.READ})
    @PostMapping("/{id}/reservations")
    ResponseEntity<PlotReservationMade> reserve(
            @PathVariable UUID id, @RequestBody PlotReservationBody body) {
        var made =
                reservations.reserve(
                        new PlotId(id),
                        new LeadId(body.lead()),
                        body.until(),
                        Boolean.TRUE.equals(body.queue()));
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id + "/reservations"))
                .body(new PlotReservationMade(made, reservations.state(made)));
    }

    private static Map<String, Object> feature(PlotMap.MapPlot plot) {
        return Map.of(
                "type",
                "Feature",
                "id",
                plot.id().value(),
                "geometry",
                GeoJson.geometry(plot.shape()),
                "properties",
                Map.of(
                        "number", plot.number(),
                        "name", plot.name(),
                        "useCode", plot.useCode(),
                        "state", plot.state(),
                        "areaM2", plot.areaM2(),
                        "held", plot.held()));
    }
}
