package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.demo.DemoEnterprise;
import org.kaiyuan.demo.EnterpriseCopy;
import org.kaiyuan.demo.EnterpriseGenerator;
import org.kaiyuan.demo.Place;
import org.kaiyuan.platform.tenancy.TenantId;

/** Made-up enterprises in any number, once per data folder. */
final class Population {
    private static final int BATCH = 20_000;
    private static final UUID IMPORT = new UUID(0x019B000000007000L, 0x8000000000000001L);

    private Population() {}

    /** Of a rank-frequency law: the first zone gets about a fifth, the last few thousand. */
    static List<Integer> skewed(int rows, int tenants) {
        double all = 0;
        for (int i = 1; i <= tenants; i++) {
            all += 1.0 / i;
        }
        var sizes = new ArrayList<Integer>();
        int left = rows;
        for (int i = tenants; i > 1; i--) {
            int size = (int) (rows / (i * all));
            sizes.addFirst(size);
            left -= size;
        }
        sizes.addFirst(left);
        return List.copyOf(sizes);
    }

    /** Fills the tenant up to {@code rows}; what is there already is kept. */
    static void fill(Connection asApplication, TenantId tenant, int number, int rows)
            throws SQLException {
        asApplication.setAutoCommit(false);
        long there = count(asApplication, tenant);
        asApplication.commit();
        if (there >= rows) {
            return;
        }
        var generator =
                EnterpriseGenerator.of(
                        Place.sample(number), 77L + number, 10_000_000L * (number + 1) + there);
        long left = rows - there;
        while (left > 0) {
            int size = (int) Math.min(BATCH, left);
            List<DemoEnterprise> batch = generator.stream(size).toList();
            setTenant(asApplication, tenant);
            new EnterpriseCopy(asApplication, tenant).writeEnterprises(batch, IMPORT);
            asApplication.commit();
            left -= size;
        }
        try (var statement = asApplication.createStatement()) {
            setTenant(asApplication, tenant);
            statement.execute("analyze enterprises.enterprise");
        }
        asApplication.commit();
    }

    static long count(Connection asApplication, TenantId tenant) throws SQLException {
        setTenant(asApplication, tenant);
        try (var statement = asApplication.createStatement();
                var row = statement.executeQuery("select count(*) from enterprises.enterprise")) {
            row.next();
            return row.getLong(1);
        }
    }

    static void setTenant(Connection asApplication, TenantId tenant) throws SQLException {
        try (var statement = asApplication.createStatement()) {
            statement.execute("set local app.tenant_id = '" + tenant.value() + "'");
        }
    }
}
