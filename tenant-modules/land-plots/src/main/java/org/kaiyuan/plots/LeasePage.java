package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some leases.
 *
 * @param next to be given for the next page; null on the last one
 */
public record LeasePage(List<LeaseRow> items, @Nullable String next) {}
