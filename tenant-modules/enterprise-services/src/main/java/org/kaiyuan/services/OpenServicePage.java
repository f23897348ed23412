package org.kaiyuan.services;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a question finds.
 *
 * @param topics and how many services of each there are
 */
public record OpenServicePage(
        List<OpenServiceRow> items, Map<String, Integer> topics, @Nullable String next) {
    public OpenServicePage {
        items = List.copyOf(items);
    }
}
