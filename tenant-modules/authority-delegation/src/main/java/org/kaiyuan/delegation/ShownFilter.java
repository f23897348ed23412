package org.kaiyuan.delegation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the powers that are shown.
 *
 * @param lists of lists of these kinds
 * @param field 领域
 * @param body 承接主体
 */
public record ShownFilter(
        Set<PowerListKind> lists,
        @Nullable MatterKind kind,
        @Nullable String field,
        @Nullable String body) {
    public ShownFilter {
        lists = Set.copyOf(lists);
    }
}
