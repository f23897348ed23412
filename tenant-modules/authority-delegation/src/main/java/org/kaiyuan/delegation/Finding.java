package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands against publishing an edition as its draft is, with the rule it follows from.
 *
 * @param entry null where it is about a matter that has no entry
 * @param matterName of the entry, for people
 * @param rule the end of {@code delegation.check.}; its source is {@code delegation.check.source.} with the same end
 * @param arguments of its sentence
 */
public record Finding(
        @Nullable EntryId entry, @Nullable String matterName, String rule, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    public Finding(EntryId entry, String rule, List<Object> arguments) {
        this(entry, null, rule, arguments);
    }

    Finding named(@Nullable String name) {
        return new Finding(entry, name, rule, arguments);
    }

    /** What asks for it, a message key. */
    public String messageKey() {
        return "delegation.check." + rule;
    }

    /** What asks for it of all entries alike, a message key. */
    String generalKey() {
        return arguments.isEmpty() ? messageKey() : "delegation.check.any." + rule;
    }

    /** Where that is written, a message key. */
    public String sourceKey() {
        return "delegation.check.source." + rule;
    }
}
