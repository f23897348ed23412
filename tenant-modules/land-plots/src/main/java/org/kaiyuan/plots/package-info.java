/**
 * Land plots (地块与载体): the park's ground from planning to full production, its buildings and factory floors,
 * with the law's gates.
 *
 * <p>Others may use what lies in this package: use cases, look-ups, ids, rows, events and refusals. Tables
 * live in schema {@code plots}, permissions and messages begin with {@code plots}.
 */
@ApplicationModule(
        displayName = "Land plots",
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
            "platform.rest",
            "leads",
            "enterprises"
        })
@NullMarked
@RefusesNulls
package org.kaiyuan.plots;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;
import org.springframework.modulith.ApplicationModule;
