package org.kaiyuan.platform.tenants.rest;

import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.platform.tenancy.Quota;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.platform.tenants.TenantQuotas;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a tenant may have and has. */
@RestController
class TenantQuotaController {
    private final TenantQuotas quotas;
    private final TenantLife life;

    TenantQuotaController(TenantQuotas quotas, TenantLife life) {
        this.quotas = quotas;
        this.life = life;
    }

    @RolesAllowed(TenantsPermissions.READ)
    @GetMapping("/api/v1/tenant/quota")
    TenantQuotas.Line own() {
        return quotas.own();
    }

    @RolesAllowed(TenantsPermissions.OPERATE)
    @GetMapping("/api/v1/tenants/{code}/quota")
    TenantQuotas.Line of(@PathVariable String code) {
        return quotas.of(life.byCode(code).id());
    }

    @RolesAllowed(TenantsPermissions.OPERATE)
    @PutMapping("/api/v1/tenants/{code}/quota")
    TenantQuotas.Line set(@PathVariable String code, @RequestBody Quota quota) {
        quotas.set(life.byCode(code).id(), quota);
        return of(code);
    }
}
