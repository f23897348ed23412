package org.kaiyuan.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.kaiyuan.platform.access.EntrustedCompanies;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.kaiyuan.services.ServicesPermissions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The made-up operating companies (运营公司) of the demo's zones, which are entrusted with tickets. */
@Component
class DemoCompanies {
    private final TenantRegistration registration;
    private final DemoAccounts accounts;
    private final Relations relations;
    private final EntrustedCompanies entrusted;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCompanies(
            TenantRegistration registration,
            DemoAccounts accounts,
            Relations relations,
            EntrustedCompanies entrusted,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.registration = registration;
        this.accounts = accounts;
        this.relations = relations;
        this.entrusted = entrusted;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The company of a zone, with somebody of it. */
    record Company(TenantId id, String code, String name, CaseStories.Clerk clerk) {}

    /** Once: what people change afterwards stays. In transactions of its own. */
    Company register(Place place) {
        var code = place.code() + "-operating";
        var name = place.zone() + "运营公司（演示）";
        var id =
                transaction.execute(open -> {
                    boolean known = registration.isTaken(code);
                    var tenant =
                            registration.register(
                                    code,
                                    name,
                                    TenantKind.OPERATING_COMPANY,
                                    "运营公司",
                                    place.city(),
                                    true);
                    if (!known) {
                        jdbc.update(
                                "update tenancy.tenant set modules = '{services}' where id = ?",
                                tenant.value());
                    }
                    return tenant;
                });
        var person =
                SystemActing.inTenant(
                        id,
                        () ->
                                transaction.execute(
                                        open -> accounts.registerOfCompany(place.code())));
        return new Company(
                id,
                code,
                name,
                new CaseStories.Clerk(person.username(), person.name() + "（" + name + "）"));
    }

    /** In the zone that entrusts it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void entrust(Company company) {
        if (entrusted.entrustedWith(ServicesPermissions.HANDLE).stream()
                .anyMatch(one -> one.id().equals(company.id()))) {
            return;
        }
        relations.begin(
                RelationKind.ENTRUSTS,
                company.code(),
                Set.of(ServicesPermissions.READ, ServicesPermissions.HANDLE),
                LocalDate.now(clock).minusMonths(18),
                null,
                "《园区公共设施委托运营协议》（演示）");
    }
}
