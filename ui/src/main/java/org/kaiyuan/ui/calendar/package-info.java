/** The operator's page of the calendar (工作日历): which years are known, and entering the next. */
@NullMarked
package org.kaiyuan.ui.calendar;

import org.jspecify.annotations.NullMarked;
