package org.kaiyuan.plots.rest;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotExport;
import org.kaiyuan.plots.PlotExportRefused;
import org.kaiyuan.plots.PlotFile;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.ground.GroundFormat;
import org.kaiyuan.plots.ground.WritingOptions;
import org.kaiyuan.plots.rest.PlotController.PlotParameters;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plots and layers as files, in the formats that an import takes. */
@RestController
@RequestMapping("/api/v1")
@RolesAllowed(PlotPermissions.EXPORT)
class PlotExportController {
    private final PlotExport export;

    PlotExportController(PlotExport export) {
        this.export = export;
    }

    /** @param format by the end of the file's name: txt, geojson, kml, wkt, zip */
    @GetMapping("/plots/export")
    ResponseEntity<byte[]> plots(
            @RequestParam String format,
            @RequestParam(defaultValue = "UTF-8") String charset,
            @ParameterObject PlotParameters filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Locale locale) {
        return sent(export.plots(filter.filter(), asOf, format(format), charset(charset), locale));
    }

    @GetMapping("/layers/{kind}/export")
    ResponseEntity<byte[]> layer(
            @PathVariable LayerKind kind,
            @RequestParam String format,
            @RequestParam(defaultValue = "UTF-8") String charset,
            Locale locale) {
        return sent(export.layer(kind, format(format), charset(charset), locale));
    }

    private static GroundFormat format(String wanted) {
        return Arrays.stream(GroundFormat.values())
                .filter(known -> known.extension().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() ->
                        PlotExportRefused.format(
                                wanted,
                                Arrays.stream(GroundFormat.values())
                                        .map(GroundFormat::extension)
                                        .collect(Collectors.joining(", "))));
    }

    private static Charset charset(String wanted) {
        return switch (wanted.toUpperCase(Locale.ROOT)) {
            case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
            case "GB18030", "GBK" -> WritingOptions.GB18030;
            default -> throw PlotExportRefused.charset(wanted);
        };
    }

    private static ResponseEntity<byte[]> sent(PlotFile file) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}
