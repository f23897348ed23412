/**
 * Persistence (持久化): what every tenant-owned aggregate has in common, and how ids are made.
 */
@ApplicationModule(
        displayName = "Persistence",
        allowedDependencies = {"platform.tenancy"})
@NullMarked
package org.kaiyuan.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
