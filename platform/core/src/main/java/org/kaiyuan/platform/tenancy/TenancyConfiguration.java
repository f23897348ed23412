package org.kaiyuan.platform.tenancy;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.MultiTenancySettings;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts up the first two walls: Hibernate's discriminator and PostgreSQL's row-level security. */
@Configuration(proxyBeanMethods = false)
class TenancyConfiguration {

    @Bean
    static ActingEverywhere actingEverywhere() {
        return new ActingEverywhere();
    }

    @Bean
    HibernatePropertiesCustomizer tenantResolver() {
        return settings ->
                settings.put(
                        MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER,
                        new TenantResolver());
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new TenantTransactionManager(entityManagerFactory);
    }
}
