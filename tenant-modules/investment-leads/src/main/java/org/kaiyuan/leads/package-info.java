/**
 * Investment leads (招商线索): from the first contact with an investor to full production, with the gates
 * that the rules demand.
 *
 * <p>Others may use what lies in this package: use cases, look-ups, ids, rows, events and refusals. Tables
 * live in schema {@code leads}, permissions and messages begin with {@code leads}.
 */
@ApplicationModule(
        displayName = "Investment leads",
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
            "platform.rest",
            "enterprises"
        })
@NullMarked
@RefusesNulls
package org.kaiyuan.leads;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;
import org.springframework.modulith.ApplicationModule;
