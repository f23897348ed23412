/** The calendar as programs read it, under {@code /api/v1/calendar}. */
@NullMarked
package org.kaiyuan.platform.calendar.rest;

import org.jspecify.annotations.NullMarked;
