package org.kaiyuan.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the command line asks for.
 *
 * @param rows enterprises altogether
 * @param window of one measurement
 */
record Options(
        String what, Path root, Path data, int rows, int tenants, int pairs, Duration window) {

    static Options of(String[] arguments) {
        var root = Path.of(System.getProperty("kaiyuan.root", ".")).toAbsolutePath().normalize();
        var data = root.resolve(".kaiyuan-bench");
        int rows = 1_000_000;
        int tenants = 50;
        int pairs = 9;
        double seconds = 3;
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Say what to measure: search, list or import.");
        }
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            var value = arguments[i + 1];
            switch (arguments[i]) {
                case "--rows" -> rows = Integer.parseInt(value);
                case "--tenants" -> tenants = Integer.parseInt(value);
                case "--pairs" -> pairs = Integer.parseInt(value);
                case "--seconds" -> seconds = Double.parseDouble(value);
                case "--data" -> data = Path.of(value).toAbsolutePath();
                default -> throw new IllegalArgumentException("There is no option " + arguments[i]);
            }
        }
        return new Options(
                arguments[0],
                root,
                data.resolve(arguments[0]),
                rows,
                tenants,
                pairs,
                Duration.ofMillis((long) (seconds * 1000)));
    }
}
