/**
 * Notices (通知): telling a person by bell and e-mail, and other systems by webhooks, what ended, waits for them
 * or happened.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.platform.notices.Notices} tells a person, {@link
 * org.kaiyuan.platform.notices.WebhookOutbox} other systems. Its tables lie in schema {@code notices}.
 */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.jobs",
            "platform.rest"
        })
@NullMarked
package org.kaiyuan.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
