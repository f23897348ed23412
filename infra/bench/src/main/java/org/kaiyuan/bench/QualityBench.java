package org.kaiyuan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.bench.quality.LabelledQueries;
import org.kaiyuan.bench.quality.LabelledQuery;
import org.kaiyuan.bench.quality.Quality;
import tools.jackson.databind.json.JsonMapper;

/** How many of the names that people look for they find, over the endpoint of a zone full of names. */
final class QualityBench {
    private static final String ZONE = "luzhou";
    private static final String CLIENT = ZONE + "-api";
    private static final int MOST_HOURS = 3;

    private final Options options;
    private final Report report;
    private final JsonMapper json = new JsonMapper();

    QualityBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        var file = options.names();
        try (var application = stage.application()) {
            if (file != null) {
                report.line("names imported in %.1f s", application.imported(CLIENT, file) / 1000);
            }
        }
        var tenant = stage.tenant(ZONE);
        long there;
        List<String> names;
        try (var jdbc = stage.asApplication()) {
            Population.fill(jdbc, tenant, 0, options.rows());
            jdbc.setAutoCommit(false);
            there = Population.count(jdbc, tenant);
            names = file == null ? namesOf(jdbc) : namesIn(file);
            jdbc.commit();
        }
        report.line("%,d enterprises in the zone, %,d names to ask for", there, names.size());
        long before = rebuilds(stage);
        try (var application =
                stage.application(
                        stage.servers().elasticsearch().url().toString(),
                        "--kaiyuan.search.rebuild-at-start=true")) {
            waitForRebuild(stage, before);
            var quality = new Quality();
            var all =
                    LabelledQueries.from(names, options.half(), options.perKind(), options.seed())
                            .values()
                            .stream()
                            .flatMap(List::stream)
                            .toList();
            long start = System.nanoTime();
            try (var pool = Executors.newFixedThreadPool(2)) {
                var asked = new ArrayList<Future<@Nullable Void>>();
                for (var query : all) {
                    asked.add(
                            pool.submit(() -> {
                                quality.answered(query, found(application, query));
                                return null;
                            }));
                }
                for (var one : asked) {
                    one.get();
                }
            }
            quality.lines().forEach(line -> report.line("%s", line));
            report.line(
                    "%s half, seed %d, %.1f ms a question, two at a time",
                    options.half(),
                    options.seed(),
                    (System.nanoTime() - start) / 1e6 / Math.max(1, all.size()));
            Files.write(options.data().resolve("missed.txt"), quality.missed());
        }
    }

    private List<String> found(Application application, LabelledQuery query)
            throws IOException, InterruptedException {
        var answer =
                json.readTree(
                        application.get(
                                CLIENT,
                                "/api/v1/enterprises/search?limit=10&q="
                                        + Application.encoded(query.typed())));
        var names = new ArrayList<String>();
        answer.path("items").forEach(i -> names.add(i.path("enterprise").path("name").asString()));
        return names;
    }

    /** The first column of a CSV, packed or not. */
    private static List<String> namesIn(Path file) throws IOException {
        var names = new LinkedHashSet<String>();
        try (var in = Files.newInputStream(file);
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        file.toString().endsWith(".gz")
                                                ? new GZIPInputStream(in)
                                                : in,
                                        StandardCharsets.UTF_8))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int comma = line.indexOf(',');
                var name = comma < 0 ? line : line.substring(0, comma);
                if (name.length() >= 4 && name.length() < 100 && name.indexOf('"') < 0) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    private static List<String> namesOf(java.sql.Connection jdbc) throws Exception {
        var names = new ArrayList<String>();
        try (var statement = jdbc.createStatement();
                var rows =
                        statement.executeQuery(
                                "select name from enterprises.enterprise order by id limit 200000")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static long rebuilds(Stage stage) throws Exception {
        try (var jdbc = stage.asApplication();
                var statement = jdbc.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from search.rebuild where state = 'COMPLETED'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void waitForRebuild(Stage stage, long before) throws Exception {
        long start = System.nanoTime();
        while (rebuilds(stage) == before) {
            if (TimeUnit.NANOSECONDS.toHours(System.nanoTime() - start) >= MOST_HOURS) {
                throw new IllegalStateException(
                        "The index was not rebuilt in " + MOST_HOURS + " hours");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        report.line("index rebuilt in %.0f s", (System.nanoTime() - start) / 1e9);
    }
}
