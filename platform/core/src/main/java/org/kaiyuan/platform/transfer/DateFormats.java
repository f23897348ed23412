package org.kaiyuan.platform.transfer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which number formats of Excel show a date. */
final class DateFormats {
    /** What stands in a format without being part of it: [colours], "texts", escaped characters. */
    private static final Pattern ASIDE = Pattern.compile("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.|_.|\\*.");

    private DateFormats() {}

    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        // ECMA-376 part 1, 18.8.30: 14-17 and 22 everywhere, 27-31, 36, 50-54, 57, 58 in Chinese
        if (id != null
                && ((id >= 14 && id <= 17)
                        || id == 22
                        || (id >= 27 && id <= 31)
                        || id == 36
                        || (id >= 50 && id <= 54)
                        || id == 57
                        || id == 58)) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        var bare = ASIDE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
    }
}
