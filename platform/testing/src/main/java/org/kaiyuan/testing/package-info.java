/**
 * Testing (测试): one real PostgreSQL and one real Elasticsearch per build, and zones to act as.
 */
@ApplicationModule(displayName = "Testing", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.kaiyuan.testing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
