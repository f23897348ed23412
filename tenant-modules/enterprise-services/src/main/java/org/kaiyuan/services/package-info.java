/**
 * Enterprise services (企业服务与门户办件): what enterprises ask for, how it is handed in, and the clock by which it is decided.
 *
 * <p>Others may use what lies in this package: use cases, look-ups, ids, rows, events and refusals. Tables live in schema
 * {@code services}, permissions and messages begin with {@code services}.
 */
@ApplicationModule(
        displayName = "Enterprise services",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.access",
            "platform.access::portal",
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
            "portal",
            "enterprises",
            "enterprises::own",
            "delegation"
        })
@NullMarked
@RefusesNulls
package org.kaiyuan.services;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;
import org.springframework.modulith.ApplicationModule;
