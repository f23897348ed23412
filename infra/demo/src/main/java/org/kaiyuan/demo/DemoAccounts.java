package org.kaiyuan.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.ApiClientRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.portal.Appointment;
import org.springframework.stereotype.Component;

/** Who may try the demo. Their password is public, and marked as the demo's. */
@Component
class DemoAccounts {
    /** Of every account, and the secret of every API client. */
    static final String PASSWORD = "Kaiyuan-demo-2026";

    private final AccountRegistration accounts;
    private final ApiClientRegistration clients;
    private final Appointment portal;

    DemoAccounts(AccountRegistration accounts, ApiClientRegistration clients, Appointment portal) {
        this.accounts = accounts;
        this.clients = clients;
        this.portal = portal;
    }

    /** The three administrators, the staff and the API client of the current zone. */
    void registerForZone(String code, String zone) {
        join(code + "-admin", zone + "管理员", Role.ZONE_ADMIN);
        join(code + "-security", zone + "安全管理员", Role.SECURITY_ADMIN);
        join(code + "-audit", zone + "审计管理员", Role.AUDIT_ADMIN);
        join(code + "-staff", zone + "工作人员", Role.ZONE_STAFF);
        clients.register(code + "-api", zone + "接口客户端", PASSWORD, true);
    }

    /** Somebody who stands for one of the zone's made-up enterprises, as its administrator. */
    void registerForEnterprise(String code, List<DemoEnterprise> enterprises) {
        var one =
                enterprises.stream()
                        .filter(e -> e.status() == EnterpriseStatus.ACTIVE && e.years().size() > 2)
                        .filter(e -> e.creditCode() != null && !e.contacts().isEmpty())
                        .findFirst()
                        .orElseThrow();
        var person = one.contacts().getFirst();
        var username = code + "-enterprise";
        var account = accounts.register(username, PASSWORD, person.name(), false, true);
        portal.appoint(
                account, username, person.name(), person.phone(), new EnterpriseId(one.id()));
    }

    /** Four who look for investors, by user name in the order of their teams. */
    Map<String, String> registerAgents(String code) {
        var agents = new LinkedHashMap<String, String>();
        var names = List.of("赵一鸣", "钱思源", "孙若兰", "李知远");
        for (int i = 0; i < names.size(); i++) {
            var username = code + "-agent" + (i + 1);
            join(username, names.get(i), Role.ZONE_STAFF);
            agents.put(username, names.get(i));
        }
        agents.put(code + "-staff", "工作人员");
        return agents;
    }

    /** Four who stand for one enterprise each, to try the portal; and their enterprises. */
    List<DemoEnterprise> registerForServices(String code, List<DemoEnterprise> enterprises) {
        var theirs =
                enterprises.stream()
                        .filter(e -> e.status() == EnterpriseStatus.ACTIVE && e.years().size() > 2)
                        .filter(e -> e.creditCode() != null && !e.contacts().isEmpty())
                        .limit(4)
                        .toList();
        for (int i = 0; i < theirs.size(); i++) {
            var one = theirs.get(i);
            var person = one.contacts().getLast();
            var username = code + "-ent" + (i + 1);
            var account = accounts.register(username, PASSWORD, person.name(), false, true);
            portal.appoint(
                    account, username, person.name(), person.phone(), new EnterpriseId(one.id()));
        }
        return theirs;
    }

    /** Two who handle cases. */
    List<CaseStories.Clerk> registerDesk(String code) {
        var names = List.of("周晓岚", "吴承志");
        var clerks = new java.util.ArrayList<CaseStories.Clerk>();
        for (int i = 0; i < names.size(); i++) {
            var username = code + "-desk" + (i + 1);
            join(username, names.get(i), Role.ZONE_STAFF);
            clerks.add(new CaseStories.Clerk(username, names.get(i)));
        }
        return clerks;
    }

    /** Somebody of the operating company, in whose name this is done. */
    CaseStories.Clerk registerOfCompany(String code) {
        var username = code + "-operator1";
        var name = "罗志强";
        join(username, name, Role.ZONE_STAFF);
        return new CaseStories.Clerk(username, name);
    }

    private void join(String username, String name, Role role) {
        accounts.join(accounts.register(username, PASSWORD, name, false, true), role);
    }

    void registerOperator() {
        accounts.register("operator", PASSWORD, "平台运维员", true, true);
    }
}
