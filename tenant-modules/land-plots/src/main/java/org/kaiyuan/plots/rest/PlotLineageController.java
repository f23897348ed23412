package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.LineageAct;
import org.kaiyuan.plots.LineageStep;
import org.kaiyuan.plots.PlotBoundaryChange;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotLineage;
import org.kaiyuan.plots.PlotMerging;
import org.kaiyuan.plots.PlotNaming;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotPiece;
import org.kaiyuan.plots.PlotSeen;
import org.kaiyuan.plots.PlotSplitting;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How plots take the place of others: splits, mergers, new borders, and looking back on them. */
@RestController
@RequestMapping("/api/v1/plots")
class PlotLineageController {
    private final PlotLineage lineage;
    private final PlotSplitting splitting;
    private final PlotMerging merging;
    private final PlotBoundaryChange boundary;

    PlotLineageController(
            PlotLineage lineage,
            PlotSplitting splitting,
            PlotMerging merging,
            PlotBoundaryChange boundary) {
        this.lineage = lineage;
        this.splitting = splitting;
        this.merging = merging;
        this.boundary = boundary;
    }

    /** @param geometry of the piece; left out where a line cuts the plot */
    record PlotPieceBody(
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String name,
            @Nullable BigDecimal declaredM2,
            @Nullable Map<String, Object> geometry) {
        PlotNaming naming() {
            return new PlotNaming(number, name, declaredM2);
        }

        PlotPiece piece() {
            if (geometry == null) {
                throw new PlotFieldsRefused("pieces", "plots.rule.oneOf");
            }
            return new PlotPiece(naming(), GeoJson.shape(geometry));
        }
    }

    /**
     * A split: along a line, the pieces named from west to east, or by the pieces' own shapes.
     *
     * @param day the day from which on they are; without it today
     */
    record PlotSplitBody(
            @JsonProperty(required = true) List<PlotPieceBody> pieces,
            @Nullable Map<String, Object> line,
            @Nullable LocalDate day,
            @Nullable String reason) {}

    record PlotCutBody(@JsonProperty(required = true) Map<String, Object> line) {}

    record PlotPartAnswer(BigDecimal computedM2, Object geometry) {}

    record PlotPartList(List<PlotPartAnswer> items) {}

    /** @param version that was read */
    record PlotSeenBody(
            @JsonProperty(required = true) UUID id, @JsonProperty(required = true) long version) {}

    record PlotMergerBody(
            @JsonProperty(required = true) List<PlotSeenBody> plots,
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String name,
            @Nullable BigDecimal declaredM2,
            @Nullable LocalDate day,
            @Nullable String reason) {}

    /** @param number and name; without them as they were */
    record PlotBoundaryBody(
            @JsonProperty(required = true) Map<String, Object> geometry,
            @Nullable String number,
            @Nullable String name,
            @Nullable BigDecimal declaredM2,
            @Nullable LocalDate day,
            @Nullable String reason) {
        @Nullable PlotNaming naming() {
            if (number == null && name == null && declaredM2 == null) {
                return null;
            }
            if (number == null || name == null) {
                throw new PlotFieldsRefused(
                        number == null ? "number" : "name", "plots.rule.required");
            }
            return new PlotNaming(number, name, declaredM2);
        }
    }

    /** Ids of the plots that began, in the order in which they were asked for. */
    record PlotsBegun(List<UUID> ids) {}

    record PlotBegun(UUID id) {}

    record LineagePlotAnswer(
            UUID id,
            String number,
            String name,
            BigDecimal computedM2,
            LocalDate begunOn,
            @Nullable LocalDate endedOn) {
        static List<LineagePlotAnswer> of(List<LineageStep.LineagePlot> plots) {
            return plots.stream()
                    .map(p ->
                            new LineagePlotAnswer(
                                    p.id().value(),
                                    p.number(),
                                    p.name(),
                                    p.computedM2(),
                                    p.begunOn(),
                                    p.endedOn()))
                    .toList();
        }
    }

    record LineageStepAnswer(
            UUID id,
            LineageAct act,
            LocalDate day,
            Instant at,
            String actor,
            String actorName,
            @Nullable String reason,
            List<LineagePlotAnswer> from,
            List<LineagePlotAnswer> to) {
        static LineageStepAnswer of(LineageStep s) {
            return new LineageStepAnswer(
                    s.id(),
                    s.act(),
                    s.on(),
                    s.at(),
                    s.actor(),
                    s.actorName(),
                    s.reason(),
                    LineagePlotAnswer.of(s.from()),
                    LineagePlotAnswer.of(s.to()));
        }
    }

    record LineageAnswer(
            List<LineageStepAnswer> ancestors, List<LineageStepAnswer> descendants, boolean more) {}

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/{id}/lineage")
    LineageAnswer of(@PathVariable UUID id) {
        var found = lineage.of(new PlotId(id));
        return new LineageAnswer(
                found.ancestors().stream().map(LineageStepAnswer::of).toList(),
                found.descendants().stream().map(LineageStepAnswer::of).toList(),
                found.more());
    }

    /** The parts into which a line would cut it, from west to east; nothing is written. */
    @RolesAllowed(PlotPermissions.READ)
    @PostMapping("/{id}/parts")
    PlotPartList parts(@PathVariable UUID id, @RequestBody PlotCutBody body) {
        return new PlotPartList(
                splitting.parts(new PlotId(id), GeoJson.line(body.line()), Crs.GEOGRAPHIC).stream()
                        .map(part ->
                                new PlotPartAnswer(
                                        BigDecimal.valueOf(Ground.areaM2(part))
                                                .setScale(2, RoundingMode.HALF_UP),
                                        GeoJson.geometry(part)))
                        .toList());
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @PostMapping("/{id}/splits")
    ResponseEntity<PlotsBegun> split(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PlotSplitBody body) {
        var seen = new PlotSeen(new PlotId(id), EntityTags.version(basedOn));
        var line = body.line();
        if (line != null && body.pieces().stream().anyMatch(one -> one.geometry() != null)) {
            throw new PlotFieldsRefused("line", "plots.rule.oneOf");
        }
        var begun =
                line == null
                        ? splitting.split(
                                seen,
                                body.pieces().stream().map(PlotPieceBody::piece).toList(),
                                body.day(),
                                body.reason())
                        : splitting.cut(
                                seen,
                                GeoJson.line(line),
                                Crs.GEOGRAPHIC,
                                body.pieces().stream().map(PlotPieceBody::naming).toList(),
                                body.day(),
                                body.reason());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new PlotsBegun(begun.stream().map(PlotId::value).toList()));
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @PostMapping("/merges")
    ResponseEntity<PlotBegun> merge(@RequestBody PlotMergerBody body) {
        return begun(
                merging.merge(
                        body.plots().stream()
                                .map(one -> new PlotSeen(new PlotId(one.id()), one.version()))
                                .toList(),
                        new PlotNaming(body.number(), body.name(), body.declaredM2()),
                        body.day(),
                        body.reason()));
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @PostMapping("/{id}/boundary")
    ResponseEntity<PlotBegun> bound(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PlotBoundaryBody body) {
        return begun(
                boundary.change(
                        new PlotSeen(new PlotId(id), EntityTags.version(basedOn)),
                        GeoJson.shape(body.geometry()),
                        body.naming(),
                        body.day(),
                        body.reason()));
    }

    private static ResponseEntity<PlotBegun> begun(PlotId id) {
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id))
                .body(new PlotBegun(id.value()));
    }
}
