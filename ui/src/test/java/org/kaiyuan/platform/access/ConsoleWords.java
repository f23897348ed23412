package org.kaiyuan.platform.access;

/** What a start writes on the console, for tests that cannot read it there. */
public final class ConsoleWords {
    private ConsoleWords() {}

    /** What makes its holder the first operator. */
    public static String setupCode(FirstOperator operator) {
        return operator.address().replaceFirst("^.*code=", "");
    }
}
