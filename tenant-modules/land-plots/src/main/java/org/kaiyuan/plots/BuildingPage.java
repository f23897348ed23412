package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some buildings.
 *
 * @param next to be given for the next page; null on the last one
 */
public record BuildingPage(List<BuildingRow> items, @Nullable String next) {}
