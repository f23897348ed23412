package org.kaiyuan.platform.calendar;

import java.time.LocalDate;

/**
 * A day on which the offices do otherwise than its place in the week says, or that a notice names.
 *
 * @param name what it is about, such as 春节
 * @param working whether they work (调休上班)
 */
public record Holiday(LocalDate day, String name, boolean working) {}
