/**
 * Authority delegation (权力、责任与赋权清单): which power lies with the park, since when, on what basis.
 *
 * <p>Others may use what lies in this package: use cases, look-ups, ids, rows, events and refusals. Tables live in
 * schema {@code delegation}, permissions and messages begin with {@code delegation}.
 */
@ApplicationModule(
        displayName = "Authority delegation",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.access",
            "platform.calendar",
            "platform.search",
            "platform.search::names",
            "platform.transfer",
            "platform.notices",
            "platform.jobs",
            "platform.records",
            "platform.files",
            "platform.timeline",
            "platform.views",
            "platform.imports",
            "platform.rest"
        })
@NullMarked
@RefusesNulls
package org.kaiyuan.delegation;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;
import org.springframework.modulith.ApplicationModule;
