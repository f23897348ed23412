package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of cases. */
public record CasePage(List<CaseRow> items, @Nullable String next) {
    public CasePage {
        items = List.copyOf(items);
    }
}
