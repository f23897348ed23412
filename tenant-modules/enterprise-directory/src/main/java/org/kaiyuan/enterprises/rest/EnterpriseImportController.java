package org.kaiyuan.enterprises.rest;

import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.DuplicateChoice;
import org.kaiyuan.enterprises.DuplicateDecision;
import org.kaiyuan.enterprises.EnterpriseImport;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.ExistingChoice;
import org.kaiyuan.enterprises.ImportDirectory;
import org.kaiyuan.enterprises.ImportUndo;
import org.kaiyuan.enterprises.LikelyDuplicate;
import org.kaiyuan.platform.imports.ColumnsByHeading;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of enterprises: brought, tried, run, watched, stopped, taken back, and what was kept out. */
@RestController
@RequestMapping("/api/v1")
@RolesAllowed(EnterprisePermissions.IMPORT)
class EnterpriseImportController {
    private static final List<String> HEADINGS =
            List.of("row", "column", "field", "value", "reason");

    private final EnterpriseImport imports;
    private final ImportUndo undo;
    private final DuplicateDecision duplicates;
    private final ImportDirectory directory;

    EnterpriseImportController(
            EnterpriseImport imports,
            ImportUndo undo,
            DuplicateDecision duplicates,
            ImportDirectory directory) {
        this.imports = imports;
        this.undo = undo;
        this.duplicates = duplicates;
        this.directory = directory;
    }

    /**
     * What is decided of likely duplicates.
     *
     * @param rows of the file; without them all that are undecided
     */
    record Decision(@Nullable List<Long> rows, DuplicateChoice decision) {}

    /** @param mapping a JSON object of field names by headings, such as {"单位": "name"} */
    @PostMapping("/enterprises/imports")
    ResponseEntity<ImportAnswer> start(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "FILL_GAPS") ExistingChoice existing,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var columns = ColumnsByHeading.read(mapping);
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            return accepted(imports.start(name, content, existing, columns, dryRun));
        }
    }

    /** The newest first, at most 200. */
    @GetMapping("/imports")
    List<ImportAnswer> newest(@RequestParam(defaultValue = "50") int limit) {
        return directory.newest(limit).stream().map(ImportAnswer::of).toList();
    }

    @GetMapping("/imports/{id}")
    ImportAnswer status(@PathVariable UUID id) {
        return ImportAnswer.of(directory.status(id));
    }

    /** Runs (or tries again) the file that is kept, such as after a dry run. */
    @PostMapping("/imports/{id}/run")
    ResponseEntity<ImportAnswer> run(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable ExistingChoice existing,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        var choice =
                existing == null ? ExistingChoice.valueOf(directory.status(id).manner()) : existing;
        imports.order(id, choice, ColumnsByHeading.read(mapping), dryRun);
        return accepted(id);
    }

    @PostMapping("/imports/{id}/cancel")
    ResponseEntity<ImportAnswer> cancel(@PathVariable UUID id) {
        imports.cancel(id);
        return accepted(id);
    }

    @PostMapping("/imports/{id}/undo")
    ResponseEntity<ImportAnswer> undo(@PathVariable UUID id) {
        undo.undo(id);
        return accepted(id);
    }

    /** In the order of the file. */
    @GetMapping("/imports/{id}/duplicates")
    List<LikelyDuplicate> duplicates(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long afterRow,
            @RequestParam(defaultValue = "200") int limit) {
        return directory.likelyDuplicates(id, afterRow, limit);
    }

    @PostMapping("/imports/{id}/duplicates")
    ImportAnswer decide(@PathVariable UUID id, @RequestBody Decision decision) {
        duplicates.decide(id, decision.rows(), decision.decision());
        return ImportAnswer.of(directory.status(id));
    }

    @GetMapping("/imports/{id}/errors")
    void errors(@PathVariable UUID id, jakarta.servlet.http.HttpServletResponse response)
            throws IOException {
        directory.status(id);
        response.setContentType(TabularFormat.CSV.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-errors.csv\"");
        directory.writeErrors(
                id, LocaleContextHolder.getLocale(), HEADINGS, response.getOutputStream());
    }

    private ResponseEntity<ImportAnswer> accepted(UUID id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(ImportAnswer.of(directory.status(id)));
    }
}
