package org.kaiyuan.leads.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadImport;
import org.kaiyuan.leads.LeadImportDecision;
import org.kaiyuan.leads.LeadImportDirectory;
import org.kaiyuan.leads.LeadImportUndo;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LikelyChoice;
import org.kaiyuan.leads.LikelyTwin;
import org.kaiyuan.leads.TwinReason;
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

/** Files of leads: brought, tried, run, watched, stopped, taken back, and what was kept out. */
@RestController
@RequestMapping("/api/v1/leads/imports")
@RolesAllowed(LeadPermissions.IMPORT)
class LeadImportController {
    private static final List<String> HEADINGS =
            List.of("row", "column", "field", "value", "reason");

    private final LeadImport imports;
    private final LeadImportUndo undo;
    private final LeadImportDecision decisions;
    private final LeadImportDirectory directory;

    LeadImportController(
            LeadImport imports,
            LeadImportUndo undo,
            LeadImportDecision decisions,
            LeadImportDirectory directory) {
        this.imports = imports;
        this.undo = undo;
        this.decisions = decisions;
        this.directory = directory;
    }

    /**
     * What is decided of likely twins.
     *
     * @param rows of the file; without them all that are undecided
     */
    record LikelyDecision(@Nullable List<Long> rows, LikelyChoice decision) {}

    /** A row that is perhaps a lead; {@code existing} is null where it may not be seen. */
    record LikelyTwinAnswer(
            long row,
            String projectName,
            @Nullable String investor,
            TwinReason reason,
            @Nullable LeadRowAnswer existing,
            @Nullable Long otherRow,
            @Nullable LikelyChoice decision) {
        static LikelyTwinAnswer of(LikelyTwin twin) {
            return new LikelyTwinAnswer(
                    twin.row(),
                    twin.projectName(),
                    twin.investor(),
                    twin.reason(),
                    twin.existing() == null ? null : LeadRowAnswer.of(twin.existing()),
                    twin.otherRow(),
                    twin.decision());
        }
    }

    /** @param mapping a JSON object of field names by headings, such as {"项目": "projectName"} */
    @PostMapping
    ResponseEntity<LeadImportAnswer> start(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var columns = ColumnsByHeading.read(mapping);
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            return accepted(imports.start(name, content, columns, dryRun));
        }
    }

    /** The newest first, at most 200. */
    @GetMapping
    List<LeadImportAnswer> newest(@RequestParam(defaultValue = "50") int limit) {
        return directory.newest(limit).stream().map(LeadImportAnswer::of).toList();
    }

    @GetMapping("/{id}")
    LeadImportAnswer status(@PathVariable UUID id) {
        return LeadImportAnswer.of(directory.status(id));
    }

    /** Runs (or tries again) the file that is kept, such as after a dry run. */
    @PostMapping("/{id}/run")
    ResponseEntity<LeadImportAnswer> run(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        imports.order(id, ColumnsByHeading.read(mapping), dryRun);
        return accepted(id);
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<LeadImportAnswer> cancel(@PathVariable UUID id) {
        imports.cancel(id);
        return accepted(id);
    }

    @PostMapping("/{id}/undo")
    ResponseEntity<LeadImportAnswer> undo(@PathVariable UUID id) {
        undo.undo(id);
        return accepted(id);
    }

    /** In the order of the file. */
    @GetMapping("/{id}/duplicates")
    List<LikelyTwinAnswer> duplicates(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long afterRow,
            @RequestParam(defaultValue = "200") int limit) {
        return directory.likelyTwins(id, afterRow, limit).stream()
                .map(LikelyTwinAnswer::of)
                .toList();
    }

    @PostMapping("/{id}/duplicates")
    LeadImportAnswer decide(@PathVariable UUID id, @RequestBody LikelyDecision decision) {
        decisions.decide(id, decision.rows(), decision.decision());
        return LeadImportAnswer.of(directory.status(id));
    }

    @GetMapping("/{id}/errors")
    void errors(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        directory.status(id);
        response.setContentType(TabularFormat.CSV.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-errors.csv\"");
        directory.writeErrors(
                id, LocaleContextHolder.getLocale(), HEADINGS, response.getOutputStream());
    }

    private ResponseEntity<LeadImportAnswer> accepted(UUID id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/leads/imports/" + id))
                .body(LeadImportAnswer.of(directory.status(id)));
    }
}
