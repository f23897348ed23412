package org.kaiyuan.enterprises.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseImport;
import org.kaiyuan.enterprises.ExistingChoice;
import org.kaiyuan.enterprises.ImportDirectory;
import org.kaiyuan.enterprises.ImportStatus;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of enterprises: brought, watched, and what was kept out of them. */
@RestController
@RequestMapping("/api/v1")
class EnterpriseImportController {
    private final EnterpriseImport imports;
    private final ImportDirectory directory;
    private final Messages messages;

    EnterpriseImportController(
            EnterpriseImport imports, ImportDirectory directory, Messages messages) {
        this.imports = imports;
        this.directory = directory;
        this.messages = messages;
    }

    @PostMapping("/enterprises/imports")
    ResponseEntity<ImportStatus> start(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "FILL_GAPS") ExistingChoice existing)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            var id = imports.start(name, content, existing);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + id))
                    .body(directory.status(id));
        }
    }

    @GetMapping("/imports/{id}")
    ImportStatus status(@PathVariable UUID id) {
        return directory.status(id);
    }

    @GetMapping("/imports/{id}/errors")
    void errors(@PathVariable UUID id, jakarta.servlet.http.HttpServletResponse response)
            throws IOException {
        var page = directory.errors(id, 0, 1000);
        response.setContentType(TabularFormat.CSV.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-errors.csv\"");
        OutputStream out = response.getOutputStream();
        try (var csv =
                TabularWriter.to(
                        out, TabularFormat.CSV, "", List.of("row", "field", "value", "reason"))) {
            while (!page.isEmpty()) {
                for (var error : page) {
                    csv.row(
                            error.row(),
                            error.field(),
                            error.value(),
                            messages.text(error.reasonKey()));
                }
                page = directory.errors(id, page.getLast().row(), 1000);
            }
        }
    }
}
