package org.kaiyuan.demo;

import org.jspecify.annotations.Nullable;

/** PostgreSQL's text format for COPY. */
public final class CopyText {
    private CopyText() {}

    /** One row of these values. */
    public static void row(StringBuilder rows, @Nullable Object... values) {
        for (var value : values) {
            field(rows, value);
        }
        endRow(rows);
    }

    static void field(StringBuilder rows, @Nullable Object value) {
        if (value == null) {
            rows.append("\\N\t");
            return;
        }
        var text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
        rows.append('\t');
    }

    /** Turns the last field's tab into the row's end. */
    static void endRow(StringBuilder rows) {
        rows.setCharAt(rows.length() - 1, '\n');
    }
}
