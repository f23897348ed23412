package org.kaiyuan.enterprises.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.kaiyuan.enterprises.EnterpriseExport;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.ExportFormatRefused;
import org.kaiyuan.platform.rest.ExportAnswer;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/enterprises/export}. */
@RestController
class EnterpriseExportController {
    private final EnterpriseExport export;

    EnterpriseExportController(EnterpriseExport export) {
        this.export = export;
    }

    /** The filtered list, or with {@code q} the whole search, as a file. */
    @RolesAllowed(EnterprisePermissions.EXPORT)
    @GetMapping("/api/v1/enterprises/export")
    void export(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String q,
            @ParameterObject FilterParameters filter,
            @RequestParam(defaultValue = "NAME") EnterpriseOrder sort,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var wanted =
                Arrays.stream(TabularFormat.values())
                        .filter(known -> known.extension().equalsIgnoreCase(format))
                        .findFirst()
                        .orElseThrow(() -> new ExportFormatRefused(format));
        var question = new EnterpriseQuestion(q, filter.filter(), sort);
        try (var file = export.export(question, wanted, locale)) {
            ExportAnswer.send(file, response);
        }
    }
}
