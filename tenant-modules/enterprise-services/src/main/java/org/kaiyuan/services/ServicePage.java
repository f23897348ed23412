package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of services. */
public record ServicePage(List<ServiceRow> items, @Nullable String next) {
    public ServicePage {
        items = List.copyOf(items);
    }
}
