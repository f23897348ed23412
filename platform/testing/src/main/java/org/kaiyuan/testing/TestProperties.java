package org.kaiyuan.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells the context where the servers of the build are, and spares it costly hashes of passwords. */
public class TestProperties
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var servers = TestServers.running();
        TestPropertyValues.of(
                        "management.server.port=0",
                        "kaiyuan.passwords.bcrypt-cost=4",
                        // of the database of this JVM, like it
                        "kaiyuan.audit.heads=target/test-data/audit-heads-"
                                + ProcessHandle.current().pid(),
                        "kaiyuan.elasticsearch.url=" + servers.elasticsearchUrl(),
                        "kaiyuan.elasticsearch.index-prefix=" + servers.indexPrefix())
                .applyTo(context);
    }
}
