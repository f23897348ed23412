package org.kaiyuan.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** All rooms on the class path of a test, over the one PostgreSQL and Elasticsearch of the build. */
@SpringBootApplication
@ComponentScan(
        basePackages = "org.kaiyuan",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.kaiyuan\\.(ui|bench|embedded)\\..*"))
@EntityScan("org.kaiyuan")
@EnableJpaRepositories("org.kaiyuan")
@PropertySource("classpath:kaiyuan-platform.properties")
@PropertySource("classpath:kaiyuan-test.properties")
public class KaiyuanTestApplication {

    @Bean
    TestServers testServers() {
        return TestServers.running();
    }

    @Bean
    JdbcConnectionDetails applicationRole(TestServers servers) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "kaiyuan_app";
            }

            @Override
            public String getPassword() {
                return servers.appPassword();
            }

            @Override
            public String getJdbcUrl() {
                return servers.jdbcUrl();
            }
        };
    }

    @Bean
    LiquibaseConnectionDetails ownerRole(TestServers servers) {
        return new LiquibaseConnectionDetails() {
            @Override
            public String getUsername() {
                return "kaiyuan_owner";
            }

            @Override
            public String getPassword() {
                return servers.ownerPassword();
            }

            @Override
            public String getJdbcUrl() {
                return servers.jdbcUrl();
            }
        };
    }
}
