package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some overdue instalments.
 *
 * @param next to be given for the next page; null on the last one
 */
public record OverdueRentPage(List<OverdueRent> items, @Nullable String next) {}
