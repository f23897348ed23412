/**
 * Access (访问控制): who somebody is, in which zone they act, and what they may do there.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.platform.access.CurrentPerson} tells
 * who is signed in; a module declares what one may do with it as {@link
 * org.kaiyuan.platform.access.PermissionGrants}. Tables live in schema {@code access}. Passwords and
 * secrets are kept as BCrypt hashes and never logged.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.rest"
        })
@NullMarked
package org.kaiyuan.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
