package org.kaiyuan.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the page after it begins; null for the last
 */
public record LeadPage(List<LeadRow> items, @Nullable String next) {}
