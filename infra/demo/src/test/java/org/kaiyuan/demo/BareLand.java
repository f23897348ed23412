package org.kaiyuan.demo;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.kaiyuan.platform.tenancy.TenantId;

/** A zone whose land was never loaded. */
final class BareLand {
    private BareLand() {}

    /** @param asOwner acts as the zone from then on */
    static void of(Statement asOwner, TenantId zone) throws SQLException {
        asOwner.execute("set app.tenant_id = '%d'".formatted(zone.value()));
        for (var table :
                List.of(
                        "rent_payment",
                        "lease",
                        "unit",
                        "building",
                        "reservation",
                        "plot",
                        "layer_shape")) {
            asOwner.execute("delete from plots." + table);
        }
    }
}
