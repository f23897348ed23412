/**
 * Notices (通知): telling one person that something ended or waits for them.
 *
 * <p>Others may use what lies in this package. Its table lies in schema {@code notices}.
 */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"platform.tenancy", "platform.persistence", "platform.audit"})
@NullMarked
package org.kaiyuan.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
