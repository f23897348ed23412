package org.kaiyuan.platform.tenants.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.tenants.TenantExport;
import org.kaiyuan.platform.tenants.TenantExports;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everything of a tenant as an archive: its own administrator's, and the operator's. */
@RestController
class TenantExportController {
    private final TenantExports exports;
    private final TenantLife life;

    TenantExportController(TenantExports exports, TenantLife life) {
        this.exports = exports;
        this.life = life;
    }

    record ExportList(List<TenantExport> items) {}

    record ExportBegun(UUID id) {}

    @RolesAllowed(TenantsPermissions.EXPORT)
    @GetMapping("/api/v1/tenant/exports")
    ExportList own() {
        return new ExportList(exports.own());
    }

    @RolesAllowed(TenantsPermissions.EXPORT)
    @PostMapping("/api/v1/tenant/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportBegun begin() {
        return new ExportBegun(exports.begin());
    }

    @RolesAllowed(TenantsPermissions.EXPORT)
    @GetMapping("/api/v1/tenant/exports/{id}/archive")
    void open(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(exports.open(id), response);
    }

    @RolesAllowed(TenantsPermissions.OPERATE)
    @GetMapping("/api/v1/tenants/{code}/exports")
    ExportList of(@PathVariable String code) {
        return new ExportList(exports.of(life.byCode(code).id()));
    }

    @RolesAllowed(TenantsPermissions.OPERATE)
    @PostMapping("/api/v1/tenants/{code}/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportBegun beginFor(@PathVariable String code) {
        return new ExportBegun(exports.beginFor(life.byCode(code).id()));
    }

    @RolesAllowed(TenantsPermissions.OPERATE)
    @GetMapping("/api/v1/tenants/{code}/exports/{id}/archive")
    void openFor(@PathVariable String code, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        send(exports.openFor(life.byCode(code).id(), id), response);
    }

    private static void send(TenantExports.Download archive, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/zip");
        response.setContentLengthLong(archive.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(archive.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        archive.sendTo(response.getOutputStream());
    }
}
