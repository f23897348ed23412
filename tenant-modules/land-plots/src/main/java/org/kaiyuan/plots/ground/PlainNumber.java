package org.kaiyuan.plots.ground;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as surveyors write them; not what Java also takes for one, such as NaN or 0x1p3. */
final class PlainNumber {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d{1,20}(\\.\\d{0,20})?([eE][+-]?\\d{1,2})?");

    private PlainNumber() {}

    static @Nullable BigDecimal decimal(String text) {
        var number = text.strip();
        return NUMBER.matcher(number).matches() ? new BigDecimal(number) : null;
    }

    /** NaN where the text is no number. */
    static double coordinate(String text) {
        var number = text.strip();
        return NUMBER.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
    }

    /** -1 where the text is no whole number from 0 on. */
    static int whole(String text) {
        var number = text.strip();
        return number.length() <= 9 && number.matches("\\d+") ? Integer.parseInt(number) : -1;
    }
}
