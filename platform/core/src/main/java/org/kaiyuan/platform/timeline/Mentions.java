package org.kaiyuan.platform.timeline;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Who is named with @ in a text, by their sign-in names. */
final class Mentions {
    /** At the beginning or behind what is no part of a word, so that no e-mail address is one. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![a-zA-Z0-9._-])@([a-z](?:[a-z0-9._-]{1,58}[a-z0-9]))");

    private Mentions() {}

    /** In the order of the text, each once. */
    static Set<String> in(String text) {
        var named = new LinkedHashSet<String>();
        var found = NAMED.matcher(text);
        while (found.find()) {
            named.add(found.group(1));
        }
        return named;
    }
}
