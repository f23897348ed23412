package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of complaints. */
public record ComplaintPage(List<Complaint> items, @Nullable String next) {
    public ComplaintPage {
        items = List.copyOf(items);
    }
}
