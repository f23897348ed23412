package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.UI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;

/** Writes links to the registration page of the current park. */
final class ParkCode {
    private final TenantDirectory tenants;

    ParkCode(TenantDirectory tenants) {
        this.tenants = tenants;
    }

    /** The whole address, once the browser has said how it calls us. */
    void link(UI ui, String code, Consumer<String> written) {
        var park = CurrentTenant.maybe().flatMap(tenants::find).map(TenantSummary::code).orElse("");
        ui.getPage()
                .fetchCurrentURL(here ->
                        written.accept(
                                "%s://%s/portal/register?park=%s&code=%s"
                                        .formatted(
                                                here.getProtocol(),
                                                here.getAuthority(),
                                                URLEncoder.encode(park, StandardCharsets.UTF_8),
                                                URLEncoder.encode(code, StandardCharsets.UTF_8))));
    }
}
