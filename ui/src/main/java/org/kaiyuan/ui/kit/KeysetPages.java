package org.kaiyuan.ui.kit;

import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a grid that asks by offset read a list that pages by keyset.
 *
 * <p>Only anchors are kept: at which offset which page begins. An offset without one is reached by
 * walking pages from the nearest anchor before it.
 */
public final class KeysetPages<T> {
    private static final int STRIDE = 100;

    private final Source<T> source;
    private final TreeMap<Integer, String> anchors = new TreeMap<>();

    /** A page of the list behind. */
    public interface Source<T> {
        /** @param after the cursor of the page before; null for the first */
        Page<T> read(@Nullable String after, int limit);
    }

    /** Some rows and where the next begin; null at the end. */
    public record Page<T>(java.util.List<T> items, @Nullable String next) {}

    public KeysetPages(Source<T> source) {
        this.source = source;
    }

    /** To be called when filter, order or data change. */
    public void forget() {
        anchors.clear();
    }

    public Stream<T> read(int offset, int limit) {
        var nearest = anchors.floorEntry(offset);
        int at = nearest == null ? 0 : nearest.getKey();
        String after = nearest == null ? null : nearest.getValue();
        while (at < offset) {
            int step = Math.min(STRIDE, offset - at);
            var page = source.read(after, step);
            at += page.items().size();
            after = page.next();
            if (after == null) {
                return Stream.empty();
            }
            anchors.put(at, after);
        }
        var page = source.read(after, limit);
        if (page.next() != null) {
            anchors.put(offset + page.items().size(), page.next());
        }
        return page.items().stream();
    }
}
