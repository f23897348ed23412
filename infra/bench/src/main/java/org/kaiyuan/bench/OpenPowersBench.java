package org.kaiyuan.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The public page of a zone under a steady 200 requests a second, whether it keeps up or not: each is sent when it is due and counts from
 * then on, so a pause of the server is a pause of everybody who came during it.
 */
final class OpenPowersBench {
    private static final String ZONE = "deyang";
    private static final int PER_SECOND = 200;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 60;
    private static final int LIMIT_MILLIS = 50;

    /** People search for the same things; this many of them, the first most often. */
    private static final int SEARCHES = 300;

    private final Options options;
    private final Report report;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger refused = new AtomicInteger();

    OpenPowersBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    /** What is asked for; with the tag of what the browser has already. */
    private record Ask(String path, @Nullable String tag) {}

    void run(Stage stage) throws Exception {
        int entries = options.rows();
        stage.application().close(); // migrates, registers the demo's zones
        UUID list;
        List<UUID> ids;
        try (var jdbc = stage.asApplication()) {
            list = ShownPopulation.fill(jdbc, stage.tenant(ZONE), entries);
            ids = ShownPopulation.entries(jdbc, list);
        }
        report.line("%,d entries in %d versions are shown", ids.size(), ShownPopulation.VERSIONS);
        try (var application =
                stage.application(
                        stage.servers().elasticsearch().url().toString(),
                        "--kaiyuan.limits.open-per-minute=0",
                        "--kaiyuan.search.rebuild-at-start=true")) {
            waitUntilFound(application);
            var asks = asks(application, list, ids);
            load(application, asks, WARM_UP_SECONDS);
            refused.set(0);
            var millis = load(application, asks, SECONDS);
            Arrays.sort(millis);
            double p95 = SideBySide.at(millis, 0.95);
            report.line(
                    "%d requests, %d a second: p50 %.1f ms, p95 %.1f ms (≤ %d: %s), p99 %.1f ms, slowest %.1f ms; not answered with 200 or 304: %d",
                    millis.length,
                    PER_SECOND,
                    SideBySide.at(millis, 0.5),
                    p95,
                    LIMIT_MILLIS,
                    p95 <= LIMIT_MILLIS ? "met" : "missed",
                    SideBySide.at(millis, 0.99),
                    millis[millis.length - 1],
                    refused.get());
        }
    }

    /** A mix as a busy day has it: most look at lists and at one power each, many search, some have the page already. */
    private List<Ask> asks(Application application, UUID list, List<UUID> ids) throws Exception {
        var random = new Random(3);
        var names = ShownPopulation.names(SEARCHES, random);
        var root = "/z/" + ZONE + "/powers";
        var tag = get(application, new Ask(root, null)).headers().firstValue("ETag").orElseThrow();
        var asks = new ArrayList<Ask>();
        for (int i = 0; i < PER_SECOND * (SECONDS + WARM_UP_SECONDS); i++) {
            int of = random.nextInt(100);
            if (of < 15) {
                asks.add(new Ask(root, tag));
            } else if (of < 30) {
                asks.add(new Ask(root, null));
            } else if (of < 45) {
                asks.add(new Ask(root + "?type=" + (of % 2 == 0 ? "PERMIT" : "PENALTY"), null));
            } else if (of < 55) {
                asks.add(
                        new Ask(root + "?after=" + ids.get(random.nextInt(ids.size() - 51)), null));
            } else if (of < 75) {
                asks.add(new Ask(root + "/" + ids.get(random.nextInt(ids.size())), null));
            } else if (of < 90) {
                var name = names.get((int) (SEARCHES * Math.pow(random.nextDouble(), 3)));
                asks.add(
                        new Ask(
                                root
                                        + "?q="
                                        + Application.encoded(
                                                name.substring(0, 2 + random.nextInt(5))),
                                null));
            } else {
                asks.add(
                        new Ask(
                                root
                                        + "/lists/"
                                        + list
                                        + "/v/"
                                        + (1 + random.nextInt(ShownPopulation.VERSIONS)),
                                null));
            }
        }
        return asks;
    }

    private double[] load(Application application, List<Ask> asks, int seconds) {
        int times = PER_SECOND * seconds;
        var millis = new double[times];
        var answers = new ArrayList<CompletableFuture<?>>();
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            long due = begin + TimeUnit.SECONDS.toNanos(1) / PER_SECOND * i;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int turn = i;
            answers.add(
                    http.sendAsync(
                                    request(application, asks.get(i % asks.size())),
                                    HttpResponse.BodyHandlers.ofByteArray())
                            .whenComplete((answer, fault) -> {
                                millis[turn] = (System.nanoTime() - due) / 1e6;
                                if (fault != null
                                        || answer.statusCode() != 200
                                                && answer.statusCode() != 304) {
                                    refused.incrementAndGet();
                                }
                            }));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .exceptionally(fault -> null)
                .join();
        return millis;
    }

    private void waitUntilFound(Application application) throws Exception {
        for (int i = 0; i < 300; i++) {
            var page =
                    get(
                            application,
                            new Ask(
                                    "/z/" + ZONE + "/powers?q=" + Application.encoded("林木采伐确认"),
                                    null));
            if (page.statusCode() == 200
                    && new String(page.body(), StandardCharsets.UTF_8).contains("林木采伐确认（")) {
                return;
            }
            TimeUnit.SECONDS.sleep(2);
        }
        throw new IllegalStateException("The index is not there");
    }

    private HttpResponse<byte[]> get(Application application, Ask ask) throws Exception {
        return http.send(
                HttpRequest.newBuilder(application.at(ask.path())).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** As a browser asks: packed, and with what it knows. */
    private static HttpRequest request(Application application, Ask ask) {
        var request =
                HttpRequest.newBuilder(application.at(ask.path()))
                        .header("Accept", "text/html")
                        .header("Accept-Encoding", "gzip");
        if (ask.tag() != null) {
            request.header("If-None-Match", ask.tag());
        }
        return request.build();
    }
}
