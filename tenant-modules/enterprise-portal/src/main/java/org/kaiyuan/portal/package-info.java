/**
 * Portal (企业门户): who stands for which enterprise, and what they see there.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.portal.MyEnterprises} says for whom the
 * signed-in person stands, and everything that an enterprise does through the portal asks it first. Tables
 * lie in schema {@code portal}, permissions and messages begin with {@code portal}.
 */
@ApplicationModule(
        displayName = "Enterprise portal",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.access",
            "platform.access::portal",
            "platform.notices",
            "platform.rest",
            "enterprises",
            "enterprises::own"
        })
@NullMarked
package org.kaiyuan.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
