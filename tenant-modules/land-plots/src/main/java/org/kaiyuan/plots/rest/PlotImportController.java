package org.kaiyuan.plots.rest;

import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.PlotImport;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.GroundLimits;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.plots.rest.PlotAnswers.PlotImportAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Bringing plots from files. */
@RestController
@RequestMapping("/api/v1/plots/imports")
@RolesAllowed(PlotPermissions.IMPORT)
class PlotImportController {
    private final PlotImport imports;
    private final Messages messages;

    PlotImportController(PlotImport imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /**
     * Takes a file in whole, or says what is at fault.
     *
     * @param zone the 3° zone (带号) that somebody has decided on; overrules the file
     * @param agreed whether what was assumed (swapped axes, a missing zone, other areas) is agreed with
     */
    @PostMapping
    ResponseEntity<PlotImportAnswer> bring(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable Integer zone,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean agreed)
            throws IOException {
        var options = options(zone);
        var content = content(file);
        var brought =
                dryRun ? imports.look(content, options) : imports.bring(content, options, agreed);
        var status =
                brought.taken() ? HttpStatus.CREATED : dryRun ? HttpStatus.OK : HttpStatus.CONFLICT;
        return ResponseEntity.status(status)
                .body(PlotImportAnswer.of(file.getOriginalFilename(), brought, messages));
    }

    static ReadingOptions options(@Nullable Integer zone) {
        if (zone == null) {
            return ReadingOptions.NONE;
        }
        if (zone < Crs.FIRST_ZONE || zone > Crs.LAST_ZONE) {
            throw new PlotFieldsRefused("zone", "plots.rule.zone", Crs.FIRST_ZONE, Crs.LAST_ZONE);
        }
        return ReadingOptions.zone(zone);
    }

    static byte[] content(MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new PlotFieldsRefused("file", "plots.rule.file");
        }
        if (file.getSize() > GroundLimits.FILE_BYTES) {
            throw new PlotFieldsRefused(
                    "file", "plots.rule.fileLarge", GroundLimits.FILE_BYTES >> 20);
        }
        return file.getBytes();
    }
}
