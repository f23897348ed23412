package org.kaiyuan.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.platform.tenants.TenantSetup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The use cases themselves, in the benchmark's own JVM: an operator has pages and no API client, and a page is
 * not what is measured.
 */
final class Rooms implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Rooms(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan({
        "org.kaiyuan.platform",
        "org.kaiyuan.enterprises",
        "org.kaiyuan.leads",
        "org.kaiyuan.plots",
        "org.kaiyuan.delegation",
        "org.kaiyuan.portal",
        "org.kaiyuan.services"
    })
    @EntityScan("org.kaiyuan")
    @EnableJpaRepositories({
        "org.kaiyuan.enterprises",
        "org.kaiyuan.leads",
        "org.kaiyuan.plots",
        "org.kaiyuan.portal"
    })
    @PropertySource("classpath:kaiyuan-platform.properties")
    static class OfThePlatform {}

    /** Over a database that is migrated already. */
    static Rooms over(Options options, String jdbcUrl, String password, String elasticsearchUrl) {
        var application = new SpringApplication(OfThePlatform.class);
        return new Rooms(
                application.run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--management.server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--spring.liquibase.enabled=false",
                        "--db-scheduler.enabled=false",
                        "--kaiyuan.embedded.enabled=false",
                        "--kaiyuan.data=" + options.data(),
                        "--kaiyuan.elasticsearch.url=" + elasticsearchUrl,
                        "--kaiyuan.elasticsearch.index-prefix=rooms-",
                        "--spring.datasource.url=" + jdbcUrl,
                        "--spring.datasource.username=kaiyuan_app",
                        "--spring.datasource.password=" + password));
    }

    /** Registered, its first administrator invited, active. */
    void newTenant(String code) {
        var setup = context.getBean(TenantSetup.class);
        var zone =
                setup.begin(
                        code,
                        new Description(
                                "基准园区 " + code,
                                TenantKind.MANAGEMENT_COMMITTEE,
                                "省级",
                                "德阳",
                                List.of("510603"),
                                null));
        setup.inviteAdministrator(zone, "首位管理员", null);
        context.getBean(TenantLife.class).activate(zone);
    }

    /** The use cases of investment leads that say whose one is. */
    LeadAssignment assignment() {
        return context.getBean(LeadAssignment.class);
    }

    /** As somebody of the tenant who may do this in all of it. */
    static <T> T as(TenantId tenant, String username, List<String> may, Callable<T> work)
            throws Exception {
        var id = new AccountId(UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)));
        var person =
                new SignedIn(
                        id,
                        username,
                        username,
                        tenant,
                        null,
                        false,
                        Set.of(),
                        may.stream().collect(Collectors.toMap(p -> p, p -> DataScope.ZONE)),
                        null,
                        new SignedIn.Session(
                                UUID.randomUUID(),
                                id,
                                new SignedIn.Beginning(tenant, null, null, true)),
                        null,
                        SignedIn.Stage.READY);
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person,
                                null,
                                AuthorityUtils.createAuthorityList(
                                        may.stream().map(p -> "ROLE_" + p).toList()))));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** What is done in every zone once an hour. */
    Runnable chore(String name) {
        return context.getBean(name, ZoneChore.class)::run;
    }

    /** Any other use case. */
    <T> T of(Class<T> useCase) {
        return context.getBean(useCase);
    }

    /** Done and undone: nothing stays. */
    void undone(Runnable work) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> {
                    work.run();
                    transaction.setRollbackOnly();
                });
    }

    static <T> T asOperator(Callable<T> work) throws Exception {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(
                                "operator",
                                null,
                                AuthorityUtils.createAuthorityList(
                                        "ROLE_tenants:operate", "ROLE_access:register"))));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
