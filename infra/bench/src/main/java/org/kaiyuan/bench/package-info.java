/**
 * Benchmarks (基准测试): side by side with what lies below, in one run, as ratios.
 *
 * <p>Nobody knows this room. {@code infra/bench/run} starts servers of its own, lets
 * the application run as a process of its own, and prints what belongs into docs/benchmarks.md.
 */
@ApplicationModule(
        displayName = "Benchmarks",
        allowedDependencies = {
            "platform.tenancy",
            "platform.tenants",
            "platform.access",
            "platform.persistence",
            "platform.search",
            "leads",
            "plots",
            "delegation",
            "embedded",
            "embedded.postgres",
            "demo"
        })
@NullMarked
package org.kaiyuan.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
