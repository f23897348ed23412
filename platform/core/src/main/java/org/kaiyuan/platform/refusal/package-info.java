/**
 * Refusals (拒绝与提示): saying no to a person in the person's language, and numbering faults.
 */
@ApplicationModule(
        displayName = "Refusals",
        allowedDependencies = {})
@NullMarked
package org.kaiyuan.platform.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
