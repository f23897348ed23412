/**
 * REST (接口): what every endpoint has in common: how refusals and faults are answered (RFC 9457).
 */
@ApplicationModule(
        displayName = "REST",
        allowedDependencies = {"platform.refusal"})
@NullMarked
package org.kaiyuan.platform.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
