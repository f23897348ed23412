package org.kaiyuan.platform.tenants;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegister;
import org.kaiyuan.platform.tenancy.TenantRow;
import org.kaiyuan.platform.tenancy.TenantState;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of the zones under a province's or city's supervising authority: those that lie in its divisions.
 * Reading only, and the register only: what is inside a zone stays there.
 */
@Service
@Transactional(readOnly = true)
public class SupervisedZones {
    private final TenantRegister register;

    SupervisedZones(TenantRegister register) {
        this.register = register;
    }

    /**
     * What a supervisor may know of a zone.
     *
     * @param divisions codes of where it lies, without trailing zeros
     */
    public record Line(
            TenantId id,
            String code,
            String name,
            TenantKind kind,
            String levelType,
            @Nullable String city,
            List<String> divisions,
            TenantState state) {
        static Line of(TenantRow row) {
            return new Line(
                    row.id(),
                    row.code(),
                    row.name(),
                    row.kind(),
                    row.levelType(),
                    row.city(),
                    row.divisions(),
                    row.state());
        }
    }

    /**
     * In the order of their ids.
     *
     * @param after where the page before ended; null for the first
     * @param limit at most {@link TenantRegister#MOST}
     * @throws TenantRefused when the current tenant supervises nobody
     */
    @PreAuthorize("hasRole('" + AccessPermissions.SUPERVISE + "')")
    public List<Line> list(@Nullable TenantId after, int limit) {
        var me = register.get(CurrentTenant.get());
        if (me.kind() != TenantKind.SUPERVISOR) {
            throw new TenantRefused(
                    Refusal.Kind.FORBIDDEN, "tenants.refusal.noSupervisor", me.name());
        }
        return register.lyingIn(me.divisions(), after, limit).stream().map(Line::of).toList();
    }
}
