/**
 * Timeline (动态与讨论): what happened to a record and what people say about it, by time.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.platform.timeline.Timeline} tells, {@link
 * org.kaiyuan.platform.timeline.Commenting} takes what somebody says. A module that kept remarks of its own
 * before adds them as a {@link org.kaiyuan.platform.timeline.TimelineSource}. Its table lies in schema {@code
 * timeline}.
 *
 * @see <a href="../../../../../../../../docs/decisions/0015-timeline.md">decision 0015</a>
 */
@ApplicationModule(
        displayName = "Timeline",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.access",
            "platform.audit",
            "platform.records",
            "platform.files",
            "platform.notices"
        })
@NullMarked
package org.kaiyuan.platform.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
