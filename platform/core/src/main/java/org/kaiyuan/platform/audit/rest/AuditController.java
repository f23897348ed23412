package org.kaiyuan.platform.audit.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.AuditExport;
import org.kaiyuan.platform.audit.AuditFilter;
import org.kaiyuan.platform.audit.AuditPage;
import org.kaiyuan.platform.audit.AuditPermissions;
import org.kaiyuan.platform.audit.AuditTrail;
import org.kaiyuan.platform.audit.AuditVerification;
import org.kaiyuan.platform.audit.Verification;
import org.kaiyuan.platform.rest.ExportAnswer;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail: read, taken along, checked. Nothing writes it. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
    private final AuditTrail trail;
    private final AuditExport export;
    private final AuditVerification verification;

    AuditController(AuditTrail trail, AuditExport export, AuditVerification verification) {
        this.trail = trail;
        this.export = export;
        this.verification = verification;
    }

    /** In which form the trail is taken along. */
    enum Form {
        CSV,
        XLSX
    }

    @RolesAllowed(AuditPermissions.READ)
    @GetMapping
    AuditPage find(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID subjectId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return trail.find(
                new AuditFilter(person, act, kind, subjectId, from, to, text), cursor, limit);
    }

    @RolesAllowed(AuditPermissions.EXPORT)
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID subjectId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "CSV") Form format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var filter = new AuditFilter(person, act, kind, subjectId, from, to, text);
        try (var file = export.export(filter, TabularFormat.valueOf(format.name()), locale)) {
            ExportAnswer.send(file, response);
        }
    }

    /** @param hash of a head that was kept; with it goes its {@code link} */
    @RolesAllowed(AuditPermissions.READ)
    @PostMapping("/verifications")
    Verification verify(
            @RequestParam(defaultValue = "false") boolean newest,
            @RequestParam(required = false) @Nullable Long link,
            @RequestParam(required = false) @Nullable String hash) {
        if (hash != null || link != null) {
            return verification.against(link == null ? 0 : link, hash == null ? "" : hash);
        }
        return newest ? verification.newest() : verification.whole();
    }
}
