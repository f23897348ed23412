package org.kaiyuan.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.ui.kit.Glyph;

/** Something that the global search (Ctrl/⌘ K) can find; each view package brings its own. */
public interface Finder {
    /** The best few for what has been typed so far; empty where the person may not see them. */
    List<Found> find(String typed, Locale locale);

    /**
     * One find.
     *
     * @param path where Enter leads
     * @param exact whether what was typed is its whole name or code
     */
    record Found(
            Glyph.Of glyph, String title, @Nullable String detail, String path, boolean exact) {
        public Found(Glyph.Of glyph, String title, @Nullable String detail, String path) {
            this(glyph, title, detail, path, false);
        }

        /** Comes before whatever is only like what was typed, when one of {@code names} is just that. */
        public Found exactWhere(String typed, @Nullable String... names) {
            var wanted = ChineseText.key(typed);
            return new Found(
                    glyph,
                    title,
                    detail,
                    path,
                    !wanted.isEmpty()
                            && Stream.of(names)
                                    .filter(Objects::nonNull)
                                    .anyMatch(name -> ChineseText.key(name).equals(wanted)));
        }
    }
}
