package org.kaiyuan.ui.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.FormAnswers;

/**
 * What two people of an enterprise filled in at the same time, put together: what only one of them changed is taken
 * from that one; what both changed differently is a clash, and stays as one typed it until it is settled.
 *
 * @param answers to go on with
 * @param clashes fields that both changed
 * @param taken how many fields came from the colleague
 */
record PortalDraftMerge(FormAnswers answers, List<String> clashes, int taken) {

    /**
     * @param base what both began with
     * @param mine what one typed
     * @param theirs what the colleague has saved meanwhile
     */
    static PortalDraftMerge of(FormAnswers base, FormAnswers mine, FormAnswers theirs) {
        var clashes = new ArrayList<String>();
        var taken = new ArrayList<String>();
        var values = merged(base.values(), mine.values(), theirs.values(), clashes, taken);
        var tables = merged(base.tables(), mine.tables(), theirs.tables(), clashes, taken);
        return new PortalDraftMerge(
                new FormAnswers(values, tables), List.copyOf(clashes), taken.size());
    }

    /** The colleague's answer instead of one's own. */
    static FormAnswers with(FormAnswers mine, String field, FormAnswers theirs) {
        var values = new HashMap<>(mine.values());
        var tables = new HashMap<>(mine.tables());
        put(values, field, theirs.values().get(field));
        put(tables, field, theirs.tables().get(field));
        return new FormAnswers(values, tables);
    }

    private static <T> Map<String, List<T>> merged(
            Map<String, List<T>> base,
            Map<String, List<T>> mine,
            Map<String, List<T>> theirs,
            List<String> clashes,
            List<String> taken) {
        var merged = new HashMap<>(mine);
        var fields = new LinkedHashSet<>(mine.keySet());
        fields.addAll(theirs.keySet());
        fields.addAll(base.keySet());
        for (var field : fields) {
            var was = said(base.get(field));
            var one = said(mine.get(field));
            var other = said(theirs.get(field));
            if (one.equals(other) || other.equals(was)) {
                continue;
            }
            if (one.equals(was)) {
                put(merged, field, theirs.get(field));
                taken.add(field);
            } else {
                clashes.add(field);
            }
        }
        return merged;
    }

    /** Nothing, and an empty text, are the same. */
    private static <T> List<T> said(@Nullable List<T> said) {
        return said == null || said.stream().allMatch(one -> Objects.equals(one, ""))
                ? List.of()
                : said;
    }

    private static <T> void put(Map<String, List<T>> into, String field, @Nullable List<T> said) {
        if (said == null) {
            into.remove(field);
        } else {
            into.put(field, said);
        }
    }
}
