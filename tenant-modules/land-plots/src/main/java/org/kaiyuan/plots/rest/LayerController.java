package org.kaiyuan.plots.rest;

import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.Box;
import org.kaiyuan.plots.LayerKeeping;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotMap;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.ground.GroundFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The layers that the gates ask: boundary, plans, protected ground. */
@RestController
@RequestMapping("/api/v1/layers")
class LayerController {
    private final LayerKeeping layers;
    private final PlotMap map;
    private final Messages messages;

    LayerController(LayerKeeping layers, PlotMap map, Messages messages) {
        this.layers = layers;
        this.map = map;
        this.messages = messages;
    }

    record LayerAnswer(LayerKind kind, long shapes, double areaM2, Instant broughtAt) {}

    record LayerList(List<LayerAnswer> items) {}

    /**
     * @param taken whether it came in; not where something was at fault, has to be agreed with, or was only looked at
     * @param notes what was assumed
     */
    record LayerImportAnswer(
            @Nullable String file,
            boolean taken,
            @Nullable GroundFormat format,
            int shapes,
            List<String> notes,
            List<String> faults) {}

    record LayerFeature(String type, Object geometry, LayerFacts properties) {}

    record LayerFacts(LayerKind kind, String name) {}

    record LayerFeatures(String type, List<LayerFeature> features) {}

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping
    LayerList list() {
        return new LayerList(
                layers.layers().stream()
                        .map(one ->
                                new LayerAnswer(
                                        one.kind(), one.shapes(), one.areaM2(), one.broughtAt()))
                        .toList());
    }

    /** The shapes of one layer in a box, as a FeatureCollection. */
    @RolesAllowed(PlotPermissions.READ)
    @GetMapping(path = "/{kind}", produces = "application/geo+json")
    LayerFeatures shapes(
            @PathVariable LayerKind kind,
            @RequestParam String bbox,
            @RequestParam(defaultValue = "0") double metresPerPixel) {
        return new LayerFeatures(
                "FeatureCollection",
                map.layers(List.of(kind), Box.of(bbox), metresPerPixel).stream()
                        .map(shape ->
                                new LayerFeature(
                                        "Feature",
                                        GeoJson.geometry(shape.shape()),
                                        new LayerFacts(shape.kind(), shape.name())))
                        .toList());
    }

    /**
     * @param dryRun whether it is only looked at
     * @param instead whether the file takes the place of what the layer has, or is added to it
     * @param agreed whether what was assumed (swapped axes, another zone) is agreed with
     */
    @RolesAllowed(PlotPermissions.LAYERS)
    @PostMapping("/{kind}")
    ResponseEntity<LayerImportAnswer> bring(
            @PathVariable LayerKind kind,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable Integer zone,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "true") boolean instead,
            @RequestParam(defaultValue = "false") boolean agreed)
            throws IOException {
        var options = PlotImportController.options(zone);
        var content = PlotImportController.content(file);
        var brought =
                dryRun
                        ? layers.look(content, options)
                        : layers.bring(kind, content, options, instead, agreed);
        var status =
                brought.taken() ? HttpStatus.CREATED : dryRun ? HttpStatus.OK : HttpStatus.CONFLICT;
        return ResponseEntity.status(status)
                .body(
                        new LayerImportAnswer(
                                file.getOriginalFilename(),
                                brought.taken(),
                                brought.format(),
                                brought.pieces().size(),
                                PlotAnswers.sentences(brought.notes(), messages),
                                PlotAnswers.sentences(brought.faults(), messages)));
    }

    @RolesAllowed(PlotPermissions.LAYERS)
    @DeleteMapping("/{kind}")
    ResponseEntity<Void> remove(@PathVariable LayerKind kind) {
        layers.remove(kind);
        return ResponseEntity.noContent().build();
    }
}
