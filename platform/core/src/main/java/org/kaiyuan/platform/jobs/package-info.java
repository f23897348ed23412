/**
 * Jobs (后台任务): work that outlives a request, and a {@code kill -9}.
 *
 * <p>Others may use what lies in this package: they declare a {@link org.kaiyuan.platform.jobs.TenantJob}
 * and submit it through {@link org.kaiyuan.platform.jobs.Jobs}. Its tables lie in schema {@code jobs}.
 */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"platform.tenancy", "platform.refusal"})
@NullMarked
package org.kaiyuan.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
