package org.kaiyuan.testing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Zones for tests, and acting as somebody of one of them. */
@Component
public class Zones {
    /** Everything that any module lets anyone do; a new permission is added here with its module. */
    static final List<String> ALL_PERMISSIONS =
            List.of(
                    "calendar:maintain",
                    "tenants:operate",
                    "tenants:export",
                    "tenants:read",
                    "enterprises:read",
                    "enterprises:write",
                    "enterprises:import",
                    "enterprises:export",
                    "enterprises:unmask",
                    "enterprises:merge",
                    "leads:read",
                    "leads:write",
                    "leads:assign",
                    "leads:review",
                    "leads:override",
                    "leads:import",
                    "leads:export",
                    "leads:unmask",
                    "leads:merge",
                    "leads:configure",
                    "leads:figures",
                    "leads:coordinate",
                    "delegation:read",
                    "delegation:write",
                    "delegation:publish",
                    "delegation:share",
                    "delegation:answer",
                    "plots:read",
                    "plots:write",
                    "plots:import",
                    "plots:export",
                    "plots:supply",
                    "plots:reserve",
                    "plots:layers",
                    "plots:floors-read",
                    "plots:floors-write",
                    "plots:leases",
                    "services:read",
                    "services:handle",
                    "services:decide",
                    "services:edit",
                    "services:supervise",
                    "portal:enter",
                    "portal:confirm",
                    "search:rebuild",
                    "access:register",
                    "access:supervise",
                    "access:read",
                    "access:people",
                    "access:grant",
                    "access:view-as",
                    "access:relate",
                    "timeline:comment",
                    "timeline:moderate",
                    "access:clients",
                    "audit:read",
                    "audit:export",
                    "notices:webhooks",
                    "jobs:read",
                    "jobs:cancel",
                    "jobs:operate");

    private final TenantRegistration registration;

    Zones(TenantRegistration registration) {
        this.registration = registration;
    }

    /** Registers the zone when it is not there. */
    public TenantId zone(String code) {
        return registration.register(
                code, "测试园区 " + code, TenantKind.MANAGEMENT_COMMITTEE, "省级", "德阳", false);
    }

    /** Does the work as somebody of another zone who may do everything. */
    public <T extends @Nullable Object> T in(String code, Callable<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(somebody(code, "*")));
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Somebody of the zone, signed in as {@code <code>-tester}. */
    public Authentication somebody(String code, String... permissions) {
        var granted =
                List.of(permissions).contains("*") ? ALL_PERMISSIONS : Arrays.asList(permissions);
        var authorities =
                AuthorityUtils.createAuthorityList(granted.stream().map(p -> "ROLE_" + p).toList());
        return new TestingAuthenticationToken(
                new Tester(zone(code), code + "-tester"), "", authorities);
    }

    /** Who acts in tests. */
    public record Tester(TenantId tenantId, String username)
            implements ActsInTenant, java.security.Principal {
        @Override
        public String getName() {
            return username;
        }

        @Override
        public String displayName() {
            return "测试员 " + username;
        }
    }
}
