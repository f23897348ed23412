package org.kaiyuan.services.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.kaiyuan.platform.rest.ExportAnswer;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.services.CaseExport;
import org.kaiyuan.services.ServicesPermissions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/services/export}. */
@RestController
class CaseExportController {
    private final CaseExport export;

    CaseExportController(CaseExport export) {
        this.export = export;
    }

    /** One table of the national exchange, of cases handed in on these days. */
    @RolesAllowed(ServicesPermissions.SUPERVISE)
    @GetMapping("/api/v1/services/export")
    void export(
            @RequestParam CaseExport.Part part,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(defaultValue = "CSV") TabularFormat format,
            HttpServletResponse response)
            throws IOException {
        try (var file = export.file(part, from, until, format)) {
            ExportAnswer.send(file, response);
        }
    }
}
