package org.kaiyuan.ui.tenants;

import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the operator's Ctrl/⌘ K find zones. */
@Component
@Order(6)
class ZoneFinder implements Finder {
    private static final int MOST = 5;

    private final TenantLife tenants;
    private final CurrentPerson current;

    ZoneFinder(TenantLife tenants, CurrentPerson current) {
        this.tenants = tenants;
        this.current = current;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        if (typed.isBlank() || !current.may(TenantsPermissions.OPERATE)) {
            return List.of();
        }
        return tenants.search(typed, null, null, MOST).stream()
                .map(zone ->
                        new Found(
                                Glyph.Of.GLOBE, zone.name(), zone.code(), "tenants/" + zone.code()))
                .toList();
    }
}
