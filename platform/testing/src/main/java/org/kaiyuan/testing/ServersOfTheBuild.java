package org.kaiyuan.testing;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Whatever application is tested, it is over the one PostgreSQL and Elasticsearch of the build. */
@Configuration
@PropertySource("classpath:kaiyuan-test.properties")
class ServersOfTheBuild {

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
