package org.kaiyuan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two ways to the same answer, interleaved A B B A so that what else the machine does hits both.
 *
 * <p>A pair is one such round; the result is the median of the pairs' ratios. The control compares the
 * two neighbouring windows of B with each other: outside 0.9 to 1.1 the machine was too restless and the
 * run says nothing.
 */
final class SideBySide {
    private final int pairs;
    private final Duration window;

    SideBySide(int pairs, Duration window) {
        this.pairs = pairs;
        this.window = window;
    }

    /** What is measured; {@code turn} counts up, so that both sides get the same questions. */
    interface Action {
        void run(int turn) throws Exception;
    }

    /** Ratios A ÷ B, and the medians of each side in milliseconds. */
    record Result(
            double p50, double p95, double control, double aMillis, double bMillis, int pairs) {
        boolean valid() {
            return control >= 0.9 && control <= 1.1;
        }

        String sentence() {
            return String.format(
                    Locale.ROOT,
                    "p50 ×%.2f, p95 ×%.2f (A %.2f ms, B %.2f ms, %d pairs, control B/B %.3f%s)",
                    p50,
                    p95,
                    aMillis,
                    bMillis,
                    pairs,
                    control,
                    valid() ? "" : " — VOID");
        }
    }

    Result compare(Action a, Action b) throws Exception {
        window(a, 0);
        window(b, 0);
        var p50 = new ArrayList<Double>();
        var p95 = new ArrayList<Double>();
        var control = new ArrayList<Double>();
        var aMillis = new ArrayList<Double>();
        var bMillis = new ArrayList<Double>();
        for (int pair = 0; pair < pairs; pair++) {
            int from = pair * 10_000;
            var a1 = window(a, from);
            var b1 = window(b, from);
            var b2 = window(b, from + 5_000);
            var a2 = window(a, from + 5_000);
            p50.add((at(a1, 0.5) + at(a2, 0.5)) / (at(b1, 0.5) + at(b2, 0.5)));
            p95.add((at(a1, 0.95) + at(a2, 0.95)) / (at(b1, 0.95) + at(b2, 0.95)));
            control.add(at(b1, 0.5) / at(b2, 0.5));
            aMillis.add((at(a1, 0.5) + at(a2, 0.5)) / 2);
            bMillis.add((at(b1, 0.5) + at(b2, 0.5)) / 2);
        }
        return new Result(
                median(p50), median(p95), median(control), median(aMillis), median(bMillis), pairs);
    }

    /**
     * Lets the JIT compiler finish first: a server is not judged by its first minute. Four at a time, because that is
     * quicker.
     */
    static void warmUp(Action action, int times) throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            var asked = new ArrayList<Future<?>>();
            for (int i = 0; i < times; i++) {
                int turn = i;
                asked.add(
                        pool.submit(() -> {
                            action.run(turn);
                            return null;
                        }));
            }
            for (var one : asked) {
                one.get();
            }
        }
    }

    /** What takes so long that one measurement is a window; says its own milliseconds. */
    interface Timed {
        double millis() throws Exception;
    }

    Result compareOnce(Timed a, Timed b) throws Exception {
        var ratio = new ArrayList<Double>();
        var control = new ArrayList<Double>();
        var aMillis = new ArrayList<Double>();
        var bMillis = new ArrayList<Double>();
        for (int pair = 0; pair < pairs; pair++) {
            double a1 = a.millis();
            double b1 = b.millis();
            double b2 = b.millis();
            double a2 = a.millis();
            ratio.add((a1 + a2) / (b1 + b2));
            control.add(b1 / b2);
            aMillis.add((a1 + a2) / 2);
            bMillis.add((b1 + b2) / 2);
        }
        var sorted = ratio.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Result(
                at(sorted, 0.5),
                at(sorted, 0.95),
                median(control),
                median(aMillis),
                median(bMillis),
                pairs);
    }

    private double[] window(Action action, int from) throws Exception {
        var millis = new ArrayList<Double>();
        long end = System.nanoTime() + window.toNanos();
        int turn = from;
        do {
            long start = System.nanoTime();
            action.run(turn++);
            millis.add((System.nanoTime() - start) / 1e6);
        } while (System.nanoTime() < end);
        var sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return at(sorted, 0.5);
    }

    /** Of sorted values; between two of them the mean for the median of an even number. */
    static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
