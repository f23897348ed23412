/**
 * REST (接口): what every endpoint has in common: how refusals and faults are answered (RFC 9457), how a
 * change says what it is based on, how a repeated post is done once, and the API's own description. Its
 * table lies in schema {@code rest}.
 */
@ApplicationModule(
        displayName = "REST",
        allowedDependencies = {
            "platform.refusal",
            "platform.tenancy",
            "platform.jobs",
            "platform.transfer"
        })
@NullMarked
package org.kaiyuan.platform.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
