package org.kaiyuan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.kaiyuan.demo.DemoZone;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * Many zones of skewed size: our endpoint ÷ what it asks of Elasticsearch, sent there directly; and trigrams
 * in PostgreSQL under row-level security ÷ our endpoint.
 */
final class SearchBench {
    private static final int QUESTIONS = 200;

    /** A quarter of one on a quiet machine. */
    private static final int MOST_HOURS = 3;

    private static final Pattern COUNT = Pattern.compile("\"count\"\\s*:\\s*(\\d+)");

    private final Options options;
    private final Report report;
    private final HttpClient http = HttpClient.newHttpClient();

    /** What a person types, and what the application makes of it. */
    private record Question(
            TenantId tenant, String client, String typed, List<RecordingProxy.Asked> asked) {
        String path() {
            return "/api/v1/enterprises/search?limit=10&q=" + Application.encoded(typed);
        }
    }

    private record Zone(TenantId tenant, String client, int rows) {}

    SearchBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        stage.application().close(); // migrates, registers the demo's zones and clients
        var zones = zones(stage);
        try (var jdbc = stage.asApplication()) {
            for (int i = 0; i < zones.size(); i++) {
                Population.fill(jdbc, zones.get(i).tenant(), i, zones.get(i).rows());
            }
        }
        var elasticsearch = stage.servers().elasticsearch().url();
        if (indexed(elasticsearch) < options.rows()) {
            try (var application =
                    stage.application(
                            elasticsearch.toString(), "--kaiyuan.search.rebuild-at-start=true")) {
                waitUntilIndexed(elasticsearch, options.rows());
            }
        }
        if (options.pairs() == 0) {
            report.line("everything is ready to be measured");
            return;
        }
        List<Question> questions;
        try (var proxy = new RecordingProxy(elasticsearch);
                var application = stage.application(proxy.url())) {
            questions = questions(stage, zones, application, proxy);
        }
        int most = questions.stream().mapToInt(q -> q.asked().size()).max().orElse(0);
        report.line("requests to Elasticsearch per search: at most %d", most);
        try (var application = stage.application();
                var jdbc = stage.asApplication();
                var superuser = stage.asSuperuser()) {
            var side = new SideBySide(options.pairs(), options.window());
            SideBySide.Action ours =
                    turn -> {
                        var question = questions.get(turn % questions.size());
                        application.get(question.client(), question.path());
                    };
            SideBySide.Action direct =
                    turn -> {
                        for (var asked : questions.get(turn % questions.size()).asked()) {
                            send(elasticsearch, asked);
                        }
                    };
            SideBySide.warmUp(ours, 10_000);
            report.line(
                    "endpoint ÷ the same body sent to Elasticsearch (p50 ≤ 1.15, p95 ≤ 1.3): %s",
                    side.compare(ours, direct).sentence());
            try (var statement = superuser.createStatement()) {
                statement.execute("create extension if not exists pg_trgm");
                statement.execute(
                        "create index if not exists bench_trigrams on enterprises.enterprise using gin (name_key gin_trgm_ops)");
                statement.execute("vacuum analyze enterprises.enterprise");
            }
            jdbc.setAutoCommit(false);
            try {
                report.line(
                        "PostgreSQL trigrams under RLS ÷ endpoint (≥ 10): %s",
                        side.compare(
                                        turn ->
                                                trigrams(
                                                        jdbc,
                                                        questions.get(turn % questions.size())),
                                        ours)
                                .sentence());
            } finally {
                superuser.createStatement().execute("drop index enterprises.bench_trigrams");
            }
        }
    }

    private List<Zone> zones(Stage stage) throws Exception {
        var sizes = Population.skewed(options.rows(), options.tenants());
        var zones = new ArrayList<Zone>();
        try (var superuser = stage.asSuperuser();
                var client =
                        superuser.prepareStatement(
                                """
                                insert into access.api_client
                                    (client_id, zone, name, secret_hash, scopes, enabled, demo)
                                select ?, ?, name, secret_hash, scopes, enabled, demo
                                from access.api_client where client_id = 'deyang-api'
                                on conflict do nothing\
                                """)) {
            var all = DemoZone.all();
            for (int i = 0; i < sizes.size(); i++) {
                var code = all.get(i).code();
                var tenant = stage.tenant(code);
                client.setString(1, code + "-api");
                client.setLong(2, tenant.value());
                client.executeUpdate();
                zones.add(new Zone(tenant, code + "-api", sizes.get(i)));
            }
        }
        return zones;
    }

    /** Names of enterprises that are there, whole and in part, of zones as they weigh. */
    private List<Question> questions(
            Stage stage, List<Zone> zones, Application application, RecordingProxy proxy)
            throws Exception {
        var random = new Random(11);
        var questions = new ArrayList<Question>();
        try (var jdbc = stage.asApplication()) {
            jdbc.setAutoCommit(false);
            while (questions.size() < QUESTIONS) {
                var zone = zones.get(weighted(zones, random));
                Population.setTenant(jdbc, zone.tenant());
                String name;
                try (var statement = jdbc.createStatement();
                        var row =
                                statement.executeQuery(
                                        "select name from enterprises.enterprise order by id limit 1 offset "
                                                + random.nextInt(Math.min(20_000, zone.rows())))) {
                    name = row.next() ? row.getString(1) : "科技";
                }
                jdbc.commit();
                var typed =
                        switch (random.nextInt(3)) {
                            case 0 -> name;
                            case 1 -> part(name, 6, random);
                            default -> part(name, 4, random);
                        };
                var question = new Question(zone.tenant(), zone.client(), typed, List.of());
                proxy.taken();
                application.get(question.client(), question.path());
                questions.add(new Question(zone.tenant(), zone.client(), typed, proxy.taken()));
            }
        }
        return questions;
    }

    private static String part(String name, int length, Random random) {
        int from = random.nextInt(Math.max(1, name.length() - length - 4));
        return name.substring(from, Math.min(name.length(), from + length));
    }

    private int weighted(List<Zone> zones, Random random) {
        int at = random.nextInt(options.rows());
        for (int i = 0; i < zones.size(); i++) {
            at -= zones.get(i).rows();
            if (at < 0) {
                return i;
            }
        }
        return zones.size() - 1;
    }

    private void waitUntilIndexed(URI elasticsearch, int rows) throws Exception {
        long start = System.nanoTime();
        long last = -1;
        while (last < rows) {
            last = indexed(elasticsearch);
            if (TimeUnit.NANOSECONDS.toHours(System.nanoTime() - start) >= MOST_HOURS) {
                throw new IllegalStateException("Only %d of %d indexed".formatted(last, rows));
            }
            TimeUnit.SECONDS.sleep(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.line("%,d documents indexed in %.0f s", last, seconds);
    }

    /** Also 0 when there is no index yet. */
    private long indexed(URI elasticsearch) throws Exception {
        var answer =
                http.send(
                        HttpRequest.newBuilder(elasticsearch.resolve("/kaiyuan-enterprises/_count"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        var count = COUNT.matcher(answer.body());
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    private void send(URI elasticsearch, RecordingProxy.Asked asked) throws Exception {
        var answer =
                http.send(
                        HttpRequest.newBuilder(elasticsearch.resolve(asked.pathAndQuery()))
                                .header("Content-Type", asked.contentType())
                                .header("Accept", asked.contentType())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(asked.body()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Elasticsearch answered " + answer.body());
        }
    }

    private static void trigrams(Connection jdbc, Question question) throws Exception {
        Population.setTenant(jdbc, question.tenant());
        try (var statement =
                jdbc.prepareStatement(
                        """
                        select id, name from enterprises.enterprise where ? <% name_key
                        order by word_similarity(?, name_key) desc limit 10\
                        """)) {
            statement.setString(1, question.typed());
            statement.setString(2, question.typed());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(2);
                }
            }
        }
        jdbc.commit();
    }
}
