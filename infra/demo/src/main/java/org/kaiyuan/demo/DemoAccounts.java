package org.kaiyuan.demo;

import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.ApiClientRegistration;
import org.kaiyuan.platform.access.Role;
import org.springframework.stereotype.Component;

/** Who may try the demo. Their password is public, and marked as the demo's. */
@Component
class DemoAccounts {
    /** Of every account, and the secret of every API client. */
    static final String PASSWORD = "Kaiyuan-demo-2026";

    private final AccountRegistration accounts;
    private final ApiClientRegistration clients;

    DemoAccounts(AccountRegistration accounts, ApiClientRegistration clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    /** The administrator, the staff and the API client of the current zone. */
    void registerForZone(String code, String zone) {
        var administrator = accounts.register(code + "-admin", PASSWORD, zone + "管理员", false, true);
        accounts.join(administrator, Role.ZONE_ADMIN);
        var staff = accounts.register(code + "-staff", PASSWORD, zone + "工作人员", false, true);
        accounts.join(staff, Role.ZONE_STAFF);
        clients.register(code + "-api", zone + "接口客户端", PASSWORD, true);
    }

    void registerOperator() {
        accounts.register("operator", PASSWORD, "平台运维员", true, true);
    }
}
