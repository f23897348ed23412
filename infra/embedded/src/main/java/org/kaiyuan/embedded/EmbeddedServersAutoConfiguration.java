package org.kaiyuan.embedded;

import java.net.URI;
import java.nio.file.Path;
import org.kaiyuan.platform.search.ElasticsearchConnection;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Starts what no URL names: PostgreSQL without {@code spring.datasource.url}, Elasticsearch without {@code
 * kaiyuan.elasticsearch.url}.
 */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
@ConditionalOnProperty(name = "kaiyuan.embedded.enabled", havingValue = "true")
class EmbeddedServersAutoConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedServers embeddedServers(Environment environment) {
        return EmbeddedServers.start(
                new EmbeddedServers.Options(
                        Path.of(environment.getRequiredProperty("kaiyuan.data")),
                        Path.of(
                                environment.getProperty(
                                        "kaiyuan.embedded.elasticsearch-home", "elasticsearch")),
                        environment.getProperty("kaiyuan.embedded.elasticsearch-heap", "768m"),
                        !environment.containsProperty("spring.datasource.url"),
                        !environment.containsProperty("kaiyuan.elasticsearch.url")));
    }

    @Bean
    ReadyReport readyReport(EmbeddedServers servers, Environment environment) {
        return new ReadyReport(servers, environment, System.out);
    }

    @Bean
    @ConditionalOnProperty(
            name = "spring.datasource.url",
            matchIfMissing = true,
            havingValue = "<none>")
    JdbcConnectionDetails applicationRole(EmbeddedServers servers) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "kaiyuan_app";
            }

            @Override
            public String getPassword() {
                return servers.postgres().appPassword();
            }

            @Override
            public String getJdbcUrl() {
                return servers.postgres().jdbcUrl();
            }
        };
    }

    @Bean
    @ConditionalOnProperty(
            name = "spring.datasource.url",
            matchIfMissing = true,
            havingValue = "<none>")
    LiquibaseConnectionDetails ownerRole(EmbeddedServers servers) {
        return new LiquibaseConnectionDetails() {
            @Override
            public String getUsername() {
                return "kaiyuan_owner";
            }

            @Override
            public String getPassword() {
                return servers.postgres().ownerPassword();
            }

            @Override
            public String getJdbcUrl() {
                return servers.postgres().jdbcUrl();
            }
        };
    }

    @Bean
    @ConditionalOnProperty(
            name = "kaiyuan.elasticsearch.url",
            matchIfMissing = true,
            havingValue = "<none>")
    ElasticsearchConnection embeddedElasticsearch(EmbeddedServers servers) {
        return new ElasticsearchConnection() {
            @Override
            public URI url() {
                return servers.elasticsearch().url();
            }
        };
    }
}
