package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenants.TenantExport;
import org.kaiyuan.platform.tenants.TenantExports;
import org.kaiyuan.platform.tenants.TenantQuotas;
import org.kaiyuan.platform.tenants.TenantsPermissions;

/** One's own zone, for its administrator: what it may have and has, and taking everything along. */
@Route("zone")
@RolesAllowed(TenantsPermissions.EXPORT)
class OwnZoneView extends Main implements HasDynamicTitle {
    final ExportPanel exports;

    OwnZoneView(TenantExports exports, TenantQuotas quotas, Messages messages) {
        addClassNames("detail-page", "form-page");
        this.exports = new ExportPanel(new Own(exports), messages);
        add(
                new H1(getTranslation("ui.ownZone")),
                new H2(getTranslation("ui.tenants.quota")),
                new QuotaPanel(quotas.own(), null),
                new H2(getTranslation("ui.tenants.export")),
                this.exports);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.ownZone") + " · " + getTranslation("ui.product");
    }

    private record Own(TenantExports exports) implements ExportPanel.Doors {
        @Override
        public List<TenantExport> list() {
            return exports.own();
        }

        @Override
        public UUID begin() {
            return exports.begin();
        }

        @Override
        public TenantExports.Download open(UUID id) {
            return exports.open(id);
        }
    }
}
