package org.kaiyuan.platform.tenants.rest;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenants.SupervisedZones;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of the zones under a supervising authority. */
@RestController
class SupervisedZoneController {
    private final SupervisedZones zones;

    SupervisedZoneController(SupervisedZones zones) {
        this.zones = zones;
    }

    record SupervisedZoneAnswer(
            String code,
            String name,
            TenantKind kind,
            String levelType,
            @Nullable String city,
            List<String> divisions,
            TenantState state) {}

    record SupervisedZonePage(List<SupervisedZoneAnswer> items, @Nullable String next) {}

    @RolesAllowed(AccessPermissions.SUPERVISE)
    @GetMapping("/api/v1/tenant/supervised")
    SupervisedZonePage list(
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, 200);
        var lines = zones.list(cursor == null || cursor < 1 ? null : new TenantId(cursor), most);
        return new SupervisedZonePage(
                lines.stream()
                        .map(line ->
                                new SupervisedZoneAnswer(
                                        line.code(),
                                        line.name(),
                                        line.kind(),
                                        line.levelType(),
                                        line.city(),
                                        line.divisions(),
                                        line.state()))
                        .toList(),
                lines.size() < most ? null : lines.getLast().id().toString());
    }
}
