/**
 * The demo (演示): the zones of the plan, and made-up enterprises, leads, ground and powers in four of them.
 *
 * <p>Nobody knows this room. Its facts lie in {@code demo/*.csv}, each file naming its source; every
 * enterprise, person and number is invented by {@link org.kaiyuan.demo.EnterpriseGenerator}.
 *
 * @see <a href="../../../../../../../docs/decisions/0012-the-demo-is-generated.md">0012</a>
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.access",
            "platform.search :: names",
            "enterprises",
            "leads",
            "plots",
            "plots :: ground",
            "delegation",
            "portal",
            "services",
            "platform.calendar"
        })
@NullMarked
package org.kaiyuan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
