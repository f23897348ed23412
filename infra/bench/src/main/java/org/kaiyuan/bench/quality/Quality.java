package org.kaiyuan.bench.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what was found: recall@10 and nDCG@10 of one right answer each. */
public final class Quality {
    private static final int LOOKED_AT = 10;

    private final Map<QueryKind, int[]> asked = new EnumMap<>(QueryKind.class);
    private final Map<QueryKind, double[]> gain = new EnumMap<>(QueryKind.class);
    private final List<String> missed = new ArrayList<>();

    /** @param names of the first hits, best first */
    public synchronized void answered(LabelledQuery query, List<String> names) {
        int rank = names.subList(0, Math.min(LOOKED_AT, names.size())).indexOf(query.name());
        var counts = asked.computeIfAbsent(query.kind(), kind -> new int[2]);
        counts[0]++;
        if (rank < 0) {
            missed.add(
                    "%s\t%s\t%s\t%s"
                            .formatted(
                                    query.kind(),
                                    query.typed(),
                                    query.name(),
                                    String.join(" ", names)));
            return;
        }
        counts[1]++;
        gain.computeIfAbsent(query.kind(), kind -> new double[1])[0] +=
                Math.log(2) / Math.log(rank + 2.0);
    }

    /** Of one kind; 1 when none was asked. */
    public double recall(QueryKind kind) {
        var counts = asked.get(kind);
        return counts == null ? 1 : (double) counts[1] / counts[0];
    }

    /** The mean over all questions. */
    public double recall() {
        return all() == 0 ? 1 : (double) sum(1) / all();
    }

    /** The mean over all questions: 1 when the right one always stands first. */
    public double ndcg() {
        double gained =
                gain.entrySet().stream()
                        .filter(entry -> entry.getKey().counts())
                        .mapToDouble(entry -> entry.getValue()[0])
                        .sum();
        return all() == 0 ? 1 : gained / all();
    }

    private int all() {
        return sum(0);
    }

    private int sum(int which) {
        return asked.entrySet().stream()
                .filter(entry -> entry.getKey().counts())
                .mapToInt(entry -> entry.getValue()[which])
                .sum();
    }

    /** One line for each question whose answer was not among the first ten: kind, typed, meant, found. */
    public List<String> missed() {
        return List.copyOf(missed);
    }

    /** A line for each kind, and one for all of them. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var kind : asked.keySet()) {
            var counts = asked.get(kind);
            var gained = gain.getOrDefault(kind, new double[1]);
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-14s recall@10 %.3f (wanted %.2f)  nDCG@10 %.3f  of %d",
                            kind,
                            recall(kind),
                            kind.wanted(),
                            gained[0] / counts[0],
                            counts[0]));
        }
        lines.add(
                String.format(
                        Locale.ROOT,
                        "overall        recall@10 %.4f  nDCG@10 %.4f",
                        recall(),
                        ndcg()));
        return lines;
    }
}
