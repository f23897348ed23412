package org.kaiyuan.bench;

import java.util.Arrays;
import java.util.Locale;

/** A table of how long things take, one row after the other as they are measured, for docs/benchmarks.md. */
final class Latencies {
    private final Report report;

    Latencies(Report report) {
        this.report = report;
        report.line("| what | asked, p95 | times | p50 ms | p95 ms | max ms | |");
        report.line("|---|---|---|---|---|---|---|");
    }

    /**
     * Calls one by one, after half as many to warm up.
     *
     * @param limitMillis that 95 of 100 keep to; 0 where nothing was asked
     */
    void measure(String what, double limitMillis, int times, SideBySide.Action action)
            throws Exception {
        for (int turn = 0; turn < times / 2; turn++) {
            action.run(turn);
        }
        var millis = new double[times];
        for (int turn = 0; turn < times; turn++) {
            long start = System.nanoTime();
            action.run(times / 2 + turn);
            millis[turn] = (System.nanoTime() - start) / 1e6;
        }
        row(what, limitMillis, millis);
    }

    /** As {@link #measure}, of times that are known. */
    void row(String what, double limitMillis, double[] millis) {
        Arrays.sort(millis);
        double p95 = SideBySide.at(millis, 0.95);
        report.line(
                "| %s | %s | %d | %.1f | %.1f | %.1f | %s |",
                what,
                limitMillis == 0 ? "–" : String.format(Locale.ROOT, "≤ %,.0f ms", limitMillis),
                millis.length,
                SideBySide.at(millis, 0.5),
                p95,
                millis[millis.length - 1],
                limitMillis == 0 ? "" : p95 <= limitMillis ? "met" : "missed");
    }
}
