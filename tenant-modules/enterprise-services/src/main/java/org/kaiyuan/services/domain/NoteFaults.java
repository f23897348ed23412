package org.kaiyuan.services.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** What is found wrong while a note is looked through. */
final class NoteFaults {
    private final List<FieldFault> found = new ArrayList<>();

    List<FieldFault> found() {
        return List.copyOf(found);
    }

    /** @param rule the message is {@code services.rule.<rule>} */
    void add(String field, String rule, Object... arguments) {
        found.add(new FieldFault(field, "services.rule." + rule, List.of(arguments)));
    }

    /** Must be there, and not be longer. */
    void text(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            add(field, "required");
        } else {
            longest(field, text, most);
        }
    }

    void longest(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            add(field, "longest", most);
        }
    }

    void between(String field, int number, int least, int most) {
        if (number < least || number > most) {
            add(field, "between", least, most);
        }
    }

    /** @return false where there are so many that nobody looks at each */
    boolean most(String field, Collection<?> things, int most) {
        if (things.size() > most) {
            add(field, "most", most);
            return false;
        }
        return true;
    }

    /** Each after the first of the same kind is a fault. */
    <T> void once(List<T> things, Function<T, Object> by, Function<Integer, String> field) {
        var seen = new HashSet<Object>();
        for (int i = 0; i < things.size(); i++) {
            if (!seen.add(by.apply(things.get(i)))) {
                add(field.apply(i), "twice");
            }
        }
    }
}
