package org.kaiyuan.enterprises;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page begins; null on the last one
 */
public record EnterprisePage(List<EnterpriseRow> items, @Nullable String next) {}
