/**
 * Enterprise directory (企业档案): who is in the park, what they make, what they are qualified for, and how
 * anyone finds them.
 *
 * <p>Others may use what lies in this package: use cases, look-ups, ids, rows, events and refusals.
 * Tables live in schema {@code enterprises}, permissions and
 * messages begin with {@code enterprises}.
 */
@ApplicationModule(
        displayName = "Enterprise directory",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.access",
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
package org.kaiyuan.enterprises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
