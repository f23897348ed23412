package org.kaiyuan.plots.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Why a file or one of its plots could not be read.
 *
 * @param line of the file, or the number of the record in a Shapefile; 0 where the whole file is meant
 * @param plot its number and name as far as known; empty where the whole file is meant
 * @param key of a message that says what to do
 * @param details that the message names after line and plot, from {@code {2}} on
 */
public record GroundFault(int line, String plot, String key, List<String> details) {
    private static final int LONGEST = 100;

    public GroundFault {
        details = List.copyOf(details);
    }

    static GroundFault of(int line, String plot, String fault, Object... details) {
        var texts = new ArrayList<String>();
        for (var detail : details) {
            texts.add(shortened(String.valueOf(detail)));
        }
        return new GroundFault(line, plot, "plots.file." + fault, texts);
    }

    /** What the message wants: line, plot, details. */
    public Object[] arguments() {
        return arguments(line, plot, details.toArray());
    }

    static Object[] arguments(int line, String plot, Object... details) {
        var all = new ArrayList<Object>(List.of(Integer.toString(line), plot));
        Arrays.stream(details).map(String::valueOf).forEach(all::add);
        return all.toArray();
    }

    /** Whatever stands in a file, a message stays a sentence. */
    static String shortened(String text) {
        return text.length() > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…"
                : text;
    }
}
