/**
 * The embedded default (内置服务): a real PostgreSQL and a real Elasticsearch as child processes.
 *
 * <p>Nobody knows this room; it puts itself in by auto-configuration when {@code
 * kaiyuan.embedded.enabled} is true.
 *
 * @see <a href="../../../../../../../docs/decisions/0003-embedded-postgresql-and-elasticsearch.md">0003</a>
 */
@ApplicationModule(
        displayName = "Embedded servers",
        allowedDependencies = {"platform.search"})
@NullMarked
package org.kaiyuan.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
