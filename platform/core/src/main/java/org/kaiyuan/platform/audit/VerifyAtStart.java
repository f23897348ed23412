package org.kaiyuan.platform.audit;

import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code ./start --verify-audit}: looks through every chain, prints their heads, and ends. */
@Component
@ConditionalOnBooleanProperty("kaiyuan.audit.verify-at-start")
class VerifyAtStart {
    private static final int ZONES_AT_ONCE = 500;
    private final Verifying verifying;
    private final Sealing sealing;
    private final TenantDirectory tenants;

    VerifyAtStart(Verifying verifying, Sealing sealing, TenantDirectory tenants) {
        this.verifying = verifying;
        this.sealing = sealing;
        this.tenants = tenants;
    }

    @EventListener
    void verify(ApplicationReadyEvent ready) {
        var said = new ArrayList<String>();
        boolean sound = told("(platform)", Chains.PLATFORM, said);
        List<TenantSummary> zones = tenants.list(null, ZONES_AT_ONCE);
        while (!zones.isEmpty()) {
            for (var zone : zones) {
                sound &= told(zone.code(), zone.id().value(), said);
            }
            TenantId last = zones.getLast().id();
            zones = tenants.list(last, ZONES_AT_ONCE);
        }
        said.add(
                sound
                        ? "The audit trail is whole. 审计链完整。"
                        : "THE AUDIT TRAIL IS BROKEN. 审计链不完整，请按 docs/guide/audit.md 处理。");
        said.forEach(line -> System.out.println("  " + line));
        System.out.flush();
        int code = sound ? 0 : 1;
        System.exit(SpringApplication.exit(ready.getApplicationContext(), () -> code));
    }

    private boolean told(String name, long zone, List<String> said) {
        sealing.seal(zone);
        var found = verifying.verify(zone, Long.MAX_VALUE, null);
        said.add(
                "%-24s %s  links %d  lines %d  head %d %s"
                        .formatted(
                                name,
                                found.sound()
                                        ? "whole"
                                        : "BROKEN: %s at link %d"
                                                .formatted(found.fault(), found.faultyLink()),
                                found.links(),
                                found.lines(),
                                found.head(),
                                found.headHash()));
        return found.sound();
    }
}
