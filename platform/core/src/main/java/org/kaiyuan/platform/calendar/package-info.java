/**
 * Calendar (工作日历): which days the offices work, with 调休, and deadlines that count in such days.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.platform.calendar.WorkingDays} answers
 * for one day or hands out a {@link org.kaiyuan.platform.calendar.WorkingCalendar} for many questions, a
 * {@link org.kaiyuan.platform.calendar.Deadline} counts against it. A year whose arrangement is not known
 * is refused, never guessed. Tables live in schema {@code calendar}; they hold public knowledge and
 * nothing of a zone.
 *
 * @see <a href="../../../../../../../../docs/decisions/0013-working-days.md">decision 0013</a>
 */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "platform.refusal",
            "platform.access",
            "platform.audit",
            "platform.transfer"
        })
@NullMarked
package org.kaiyuan.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
