package org.kaiyuan.plots;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time without work.
 *
 * @param from the day on which the work stopped, or could not begin
 * @param to the last day without work; null while it lasts
 * @param evidence what shows it
 */
public record StopNote(LocalDate from, @Nullable LocalDate to, StopCause cause, String evidence) {}
