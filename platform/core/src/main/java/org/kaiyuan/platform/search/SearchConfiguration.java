package org.kaiyuan.platform.search;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/** Opens the door to the Elasticsearch that the properties name, or else to the embedded one. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SearchConfiguration.class);

    @Bean
    SearchDoor searchDoor(
            ObjectProvider<ElasticsearchConnection> given,
            @Value("${kaiyuan.elasticsearch.url:}") String url,
            @Value("${kaiyuan.elasticsearch.username:}") String username,
            @Value("${kaiyuan.elasticsearch.password:}") String password,
            @Value("${kaiyuan.elasticsearch.index-prefix:kaiyuan-}") String prefix) {
        var connection = given.getIfAvailable();
        if (connection == null) {
            connection =
                    new Configured(
                            URI.create(url.isBlank() ? "http://127.0.0.1:9200" : url),
                            username,
                            password);
        }
        return new SearchDoor(connection, prefix);
    }

    @Bean
    Rebuilds searchRebuilds(JdbcClient jdbc) {
        return new Rebuilds(jdbc);
    }

    @Bean
    IndexKeeper indexKeeper(
            SearchDoor door,
            ObjectProvider<IndexSource> sources,
            DataSource dataSource,
            TenantDirectory tenants,
            Rebuilds rebuilds) {
        return new IndexKeeper(
                door, List.copyOf(sources.stream().toList()), dataSource, tenants, rebuilds);
    }

    @Bean
    Rebuild rebuild(IndexKeeper keeper, Rebuilds rebuilds) {
        return new Rebuild(keeper, rebuilds);
    }

    @Bean
    SearchCare searchCare(
            SearchDoor door,
            IndexKeeper keeper,
            ObjectProvider<FailedEventPublications> failed,
            @Value("${kaiyuan.search.rebuild-at-start:false}") boolean rebuildOnStart) {
        return new SearchCare(door, keeper, failed, rebuildOnStart);
    }

    /**
     * A reaction that finds no Elasticsearch is no fault: its event is kept and handed out again, so one line says
     * so instead of a stack trace for each.
     */
    @Bean
    AsyncConfigurer reactionsThatWait(ObjectProvider<AsyncTaskExecutor> executor) {
        return new AsyncConfigurer() {
            @Override
            public @Nullable Executor getAsyncExecutor() {
                return executor.getIfAvailable();
            }

            @Override
            public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
                var faults = new SimpleAsyncUncaughtExceptionHandler();
                return (fault, method, parameters) -> {
                    if (fault instanceof SearchUnavailable) {
                        LOG.info(
                                "{} waits for Elasticsearch: {}",
                                method.getDeclaringClass().getSimpleName(),
                                fault.getMessage());
                    } else {
                        faults.handleUncaughtException(fault, method, parameters);
                    }
                };
            }
        };
    }

    private record Configured(URI url, @Nullable String username, @Nullable String password)
            implements ElasticsearchConnection {
        Configured {
            username = username == null || username.isBlank() ? null : username;
            password = password == null || password.isBlank() ? null : password;
        }
    }
}
