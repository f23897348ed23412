package org.kaiyuan.platform.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What the first row must be. */
final class Headings {
    private Headings() {}

    static List<String> of(List<String> cells, TabularLimits limits) {
        int width = width(cells);
        if (width == 0) {
            throw new TabularFileRefused(TabularFault.NO_HEADING);
        }
        if (width > limits.columns()) {
            throw new TabularFileRefused(
                    TabularFault.TOO_MANY_COLUMNS, Integer.toString(limits.columns()));
        }
        var headings = cells.subList(0, width);
        if (headings.stream().allMatch(Headings::isData)) {
            throw new TabularFileRefused(TabularFault.NO_HEADING);
        }
        var seen = new HashSet<String>();
        for (var heading : headings) {
            if (heading.length() > 200) {
                throw new TabularFileRefused(TabularFault.NO_HEADING);
            }
            if (!heading.isEmpty() && !seen.add(heading.toLowerCase(Locale.ROOT))) {
                throw new TabularFileRefused(TabularFault.DUPLICATE_HEADING, heading);
            }
        }
        return List.copyOf(headings);
    }

    /** A figure, a date or nothing: never the name of a column. */
    private static boolean isData(String cell) {
        return cell.chars().noneMatch(Character::isLetter);
    }

    static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /** As wide as the headings, wider only where something stands there. */
    static List<String> fitted(List<String> cells, int columns) {
        int width = Math.max(columns, width(cells));
        var fitted = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (fitted.size() < width) {
            fitted.add("");
        }
        return fitted;
    }

    /** Without blanks at either end, among them those that Excel and web pages leave behind. */
    static String stripped(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && blank(cell.charAt(from))) {
            from++;
        }
        while (to > from && blank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff' || Character.isWhitespace(c);
    }
}
