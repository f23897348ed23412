package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.FieldChange;

/** What differs between two things that are told field by field, as the history shows it. */
public final class Differences {
    private Differences() {}

    /** Of two that have the same fields; empty for what was not there before. */
    public static List<FieldChange> between(
            Map<String, @Nullable String> was, Map<String, @Nullable String> is) {
        var changes = new ArrayList<FieldChange>();
        is.forEach((field, text) -> {
            if (!Objects.equals(was.get(field), text)) {
                changes.add(new FieldChange(field, was.get(field), text));
            }
        });
        return changes;
    }

    /** Numbers without needless zeros. */
    public static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    /** All in one text; null for none. */
    public static @Nullable String joined(Collection<?> all) {
        return all.isEmpty()
                ? null
                : all.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }
}
