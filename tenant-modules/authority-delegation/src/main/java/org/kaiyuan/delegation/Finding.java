package org.kaiyuan.delegation;

import java.util.List;

/**
 * Why an edition must not be published as its draft is, with the rule it follows from.
 *
 * @param rule the end of {@code delegation.check.} and of {@code delegation.check.….source}
 * @param arguments of its sentence
 */
public record Finding(EntryId entry, String rule, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }
}
