package org.kaiyuan.platform.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of the trail, newest first.
 *
 * @param next where the next page begins; null at the end
 */
public record AuditPage(List<AuditLine> items, @Nullable String next) {}
