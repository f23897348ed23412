package org.kaiyuan.platform.files;

import java.util.Locale;

/** Sizes as people say them: 12 MB, 1.5 GB. */
public final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    private Sizes() {}

    public static String of(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        var number = String.format(Locale.ROOT, size < 10 && unit > 0 ? "%.1f" : "%.0f", size);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number)
                + " "
                + UNITS[unit];
    }
}
