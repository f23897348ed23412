package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some units.
 *
 * @param next to be given for the next page; null on the last one
 */
public record UnitPage(List<UnitRow> items, @Nullable String next) {}
