package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who decides a matter at a place on a day.
 *
 * @param body who decides: the receiving body, or the original authority as far as it is known
 * @param entry by which entry; null where none is in force
 * @param why null where the park decides
 * @param others further grants in force there and then: for other categories, amounts or conditions
 * @param chain all entries about the matter and the place, by their days: the changes that led there
 */
public record Ruling(
        @Nullable String body,
        @Nullable WrittenEntry entry,
        @Nullable WhyNot why,
        List<WrittenEntry> chain,
        List<WrittenEntry> others) {
    public Ruling {
        chain = List.copyOf(chain);
        others = List.copyOf(others);
    }

    public boolean isHere() {
        return why == null;
    }
}
