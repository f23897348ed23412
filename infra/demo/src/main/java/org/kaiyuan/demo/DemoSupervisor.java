package org.kaiyuan.demo;

import java.util.HashMap;
import java.util.List;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The made-up authority over the demo's zones, which answers what they ask for. */
@Component
class DemoSupervisor {
    static final String CODE = "sichuan";
    static final String NAME = "四川省开发区协调办（演示）";

    private final TenantRegistration registration;
    private final DemoAccounts accounts;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    DemoSupervisor(
            TenantRegistration registration,
            DemoAccounts accounts,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.registration = registration;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Registers it, and in which divisions the demo's zones lie; once: what people change afterwards stays. */
    TenantId register() {
        var id =
                transaction.execute(open -> {
                    boolean known = registration.isTaken(CODE);
                    var tenant =
                            registration.register(
                                    CODE, NAME, TenantKind.SUPERVISOR, "省级", null, true);
                    if (known) {
                        return tenant;
                    }
                    jdbc.update(
                            """
                            update tenancy.tenant set divisions = '{51}', modules = '{leads,delegation}' where id = ?\
                            """,
                            tenant.value());
                    jdbc.batchUpdate(
                            "update tenancy.tenant set divisions = array[?] where code = ? and demo and divisions = '{}'",
                            divisions());
                    return tenant;
                });
        SystemActing.inTenant(
                id,
                () -> {
                    transaction.executeWithoutResult(open -> {
                        if (jdbc.queryForList("select 1 from access.membership limit 1")
                                .isEmpty()) {
                            accounts.registerForZone(CODE, NAME);
                        }
                    });
                    return true;
                });
        return id;
    }

    private static List<Object[]> divisions() {
        var codes = new HashMap<String, String>();
        SeedFile.read("divisions.csv")
                .rows()
                .forEach(row -> codes.put(row.get("city"), row.get("city_code")));
        return DemoZone.all().stream()
                .filter(zone -> codes.containsKey(zone.city() + "市"))
                .map(zone -> new Object[] {codes.get(zone.city() + "市"), zone.code()})
                .toList();
    }

    /** What a zone has asked it for, and what it has answered. */
    void receive(
            TenantId supervisor, List<PowerUseStories.Asked> requests, PowerUseWriting.Side park) {
        SystemActing.inTenant(
                supervisor,
                () -> {
                    transaction.executeWithoutResult(open ->
                            new PowerUseWriting(
                                            jdbc,
                                            supervisor.value(),
                                            CODE + "-staff",
                                            NAME + "工作人员")
                                    .received(
                                            requests,
                                            park,
                                            new PowerUseWriting.Side(supervisor.value(), NAME)));
                    return true;
                });
    }
}
