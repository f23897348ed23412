package org.kaiyuan.ui.openpowers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One way to narrow down.
 *
 * @param choices the most frequent first
 * @param more those that are folded away
 */
record Facet(String title, List<Choice> choices, List<Choice> more) {
    private static final int SHOWN = 8;
    private static final int MOST = 50;

    /** @param href what follows when it is chosen, or not any more */
    record Choice(String label, long count, String href, boolean chosen) {}

    /** Counts values, and makes choices of them. */
    static final class Counted {
        private final Map<String, Long> counts = new LinkedHashMap<>();

        void add(@Nullable String value, long count) {
            if (value != null) {
                counts.merge(value, count, Long::sum);
            }
        }

        /** Null where there is nothing to choose. */
        @Nullable Facet facet(
                String title,
                @Nullable String chosen,
                Function<String, String> label,
                Function<@Nullable String, String> href) {
            if (chosen != null) {
                counts.putIfAbsent(chosen, 0L);
            }
            if (counts.size() < 2 && chosen == null) {
                return null;
            }
            var choices = new ArrayList<Choice>();
            counts.entrySet().stream()
                    .sorted(
                            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST)
                    .forEach(one -> {
                        boolean is = one.getKey().equals(chosen);
                        choices.add(
                                new Choice(
                                        label.apply(one.getKey()),
                                        one.getValue(),
                                        href.apply(is ? null : one.getKey()),
                                        is));
                    });
            int cut = Math.min(SHOWN, choices.size());
            return new Facet(title, choices.subList(0, cut), choices.subList(cut, choices.size()));
        }
    }

    public boolean isMoreChosen() {
        return more.stream().anyMatch(Choice::chosen);
    }
}
