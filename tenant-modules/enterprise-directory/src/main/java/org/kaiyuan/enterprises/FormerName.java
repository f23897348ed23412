package org.kaiyuan.enterprises;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name that an enterprise no longer bears (曾用名).
 *
 * @param until the day it was given up, where known
 */
public record FormerName(String name, @Nullable LocalDate until) {}
