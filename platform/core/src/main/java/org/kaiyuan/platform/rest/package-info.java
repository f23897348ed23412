/**
 * REST (接口): what all endpoints answer alike. Refusals become problems (RFC 9457) in the caller's
 * language.
 */
@ApplicationModule(
        displayName = "REST",
        allowedDependencies = {"platform.refusal"})
@NullMarked
package org.kaiyuan.platform.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
