package org.kaiyuan.platform.refusal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer, not a fault: what a person asked for is refused, with a sentence that says why and what to
 * do.
 */
public abstract class Refusal extends RuntimeException {
    /** What the refusal is in the terms of a protocol. */
    public enum Kind {
        INVALID,
        CONFLICT,
        /** What it was based on is no longer so. */
        STALE,
        NOT_THERE,
        FORBIDDEN,
        TOO_MUCH,
        UNAVAILABLE
    }

    private final String messageKey;
    private final transient @Nullable Object[] arguments;

    /** @param arguments enums are shown by their own message, see {@link Messages#of(Enum)} */
    protected Refusal(String messageKey, @Nullable Object... arguments) {
        super(messageKey + " " + Arrays.toString(arguments), null, false, true);
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    public final String messageKey() {
        return messageKey;
    }

    public final @Nullable Object[] arguments() {
        return arguments.clone();
    }

    public Kind kind() {
        return Kind.INVALID;
    }

    /** The fields that were at fault, where the refusal is about fields. */
    public List<FieldFault> fields() {
        return List.of();
    }

    /** The rules that refuse, where the refusal is about rules that are written somewhere. */
    public List<BrokenRule> rules() {
        return List.of();
    }

    /**
     * A rule that refuses.
     *
     * @param rule stable name of it
     * @param messageKey of what it asks for
     * @param sourceKey of where it is written, such as a law and its article
     * @param missing fields that it misses, by the names that the API gives them
     */
    public record BrokenRule(
            String rule, String messageKey, String sourceKey, List<String> missing) {}

    /**
     * What is wrong with one field.
     *
     * @param field the name that the API gives it
     */
    public record FieldFault(String field, String messageKey, List<Object> arguments) {}
}
