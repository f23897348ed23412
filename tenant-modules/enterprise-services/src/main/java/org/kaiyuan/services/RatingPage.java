package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of ratings. */
public record RatingPage(List<Rating> items, @Nullable String next) {
    public RatingPage {
        items = List.copyOf(items);
    }
}
