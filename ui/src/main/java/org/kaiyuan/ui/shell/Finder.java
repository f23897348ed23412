package org.kaiyuan.ui.shell;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.ui.kit.Glyph;

/** Something that the global search (Ctrl/⌘ K) can find; each view package brings its own. */
public interface Finder {
    /** The best few for what has been typed so far; empty where the person may not see them. */
    List<Found> find(String typed, Locale locale);

    /**
     * One find.
     *
     * @param path where Enter leads
     */
    record Found(Glyph.Of glyph, String title, @Nullable String detail, String path) {}
}
