package org.kaiyuan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.bench.quality.LabelledQueries;

/**
 * What the command line asks for.
 *
 * @param rows enterprises altogether, or leads, plots or cases of the largest tenant
 * @param window of one measurement
 * @param names a CSV whose first column are names to import and ask for; null asks for made-up ones
 * @param half of the names that is asked for
 * @param perKind questions of each kind
 */
record Options(
        String what,
        Path root,
        Path data,
        int rows,
        int tenants,
        int pairs,
        Duration window,
        @Nullable Path names,
        LabelledQueries.Half half,
        int perKind,
        long seed) {

    static Options of(String[] arguments) {
        var root = Path.of(System.getProperty("kaiyuan.root", ".")).toAbsolutePath().normalize();
        var data = root.resolve(".kaiyuan-bench");
        int rows = 1_000_000;
        int tenants = 50;
        int pairs = 9;
        double seconds = 3;
        Path names = null;
        var half = LabelledQueries.Half.JUDGING;
        int perKind = 500;
        long seed = 1;
        if (arguments.length == 0) {
            throw new IllegalArgumentException(
                    "Say what to measure: search, list, import, tenants, leads, leads-import, plots, powers, public, services, submit or quality.");
        }
        if (arguments[0].equals("tenants")) {
            tenants = 10_000;
        }
        if (arguments[0].startsWith("leads") || arguments[0].equals("services")) {
            rows = 200_000;
        }
        if (arguments[0].equals("plots")) {
            rows = 10_000;
        }
        if (arguments[0].equals("powers") || arguments[0].equals("public")) {
            rows = 20_000;
        }
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            var value = arguments[i + 1];
            switch (arguments[i]) {
                case "--rows", "--plots" -> rows = Integer.parseInt(value);
                case "--tenants" -> tenants = Integer.parseInt(value);
                case "--pairs" -> pairs = Integer.parseInt(value);
                case "--seconds" -> seconds = Double.parseDouble(value);
                case "--data" -> data = Path.of(value).toAbsolutePath();
                case "--names" -> names = Path.of(value).toAbsolutePath();
                case "--half" ->
                        half = LabelledQueries.Half.valueOf(value.toUpperCase(Locale.ROOT));
                case "--per-kind" -> perKind = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                default -> throw new IllegalArgumentException("There is no option " + arguments[i]);
            }
        }
        return new Options(
                arguments[0],
                root,
                data.resolve(arguments[0].startsWith("leads") ? "leads" : arguments[0]),
                rows,
                tenants,
                pairs,
                Duration.ofMillis((long) (seconds * 1000)),
                names,
                half,
                perKind,
                seed);
    }
}
