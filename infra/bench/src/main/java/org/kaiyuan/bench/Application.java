package org.kaiyuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.kaiyuan.embedded.EmbeddedServers;

/** Kaiyuan as people run it, spoken to over HTTP by the API clients of the demo. */
final class Application implements AutoCloseable {
    private static final String SECRET = "Kaiyuan-demo-2026";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z_]+)\"");

    private final Process process;
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Application(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    static Application start(
            Options options, EmbeddedServers servers, String elasticsearchUrl, List<String> more) {
        return start(options, servers, elasticsearchUrl, "kaiyuan", true, more);
    }

    /** @param database of those of the server; each has its own index prefix and log of the garbage collector */
    static Application start(
            Options options,
            EmbeddedServers servers,
            String elasticsearchUrl,
            String database,
            boolean demo,
            List<String> more) {
        var jdbcUrl = servers.postgres().jdbcUrl(database);
        try {
            int port;
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            var log = options.data().resolve("application.log");
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
            command.add("-Xmx1g");
            command.add("-XX:+UseSerialGC");
            command.add(
                    "-Xlog:gc:file="
                            + options.data().resolve(demo ? "gc.log" : "gc-" + database + ".log"));
            command.add("-Duser.timezone=Asia/Shanghai");
            command.add("-Dfile.encoding=UTF-8");
            command.add("-jar");
            command.add(options.root().resolve("ui/target/kaiyuan.jar").toString());
            command.add("--server.port=" + port);
            command.add("--server.address=127.0.0.1");
            command.add("--management.server.port=0");
            command.add("--kaiyuan.data=" + options.data());
            command.add("--kaiyuan.demo.enabled=" + demo);
            command.add("--kaiyuan.embedded.enabled=false");
            command.add("--kaiyuan.limits.client-per-minute=0");
            command.add("--kaiyuan.limits.address-per-minute=0");
            command.add("--spring.datasource.url=" + jdbcUrl);
            command.add("--spring.liquibase.url=" + jdbcUrl);
            command.add("--kaiyuan.elasticsearch.url=" + elasticsearchUrl);
            if (!database.equals("kaiyuan")) {
                command.add(
                        "--kaiyuan.elasticsearch.index-prefix=" + database.replace('_', '-') + "-");
            }
            command.addAll(more);
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("SPRING_DATASOURCE_USERNAME", "kaiyuan_app");
            builder.environment()
                    .put("SPRING_DATASOURCE_PASSWORD", servers.postgres().appPassword());
            builder.environment().put("SPRING_LIQUIBASE_USER", "kaiyuan_owner");
            builder.environment()
                    .put("SPRING_LIQUIBASE_PASSWORD", servers.postgres().ownerPassword());
            var application =
                    new Application(builder.start(), URI.create("http://127.0.0.1:" + port));
            application.waitUntilReady(log);
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** @throws IllegalStateException when the answer is not 2xx */
    String get(String client, String path) throws IOException, InterruptedException {
        return ask(client, HttpRequest.newBuilder(base.resolve(path)).GET()).body();
    }

    HttpResponse<String> ask(String client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer =
                http.send(
                        request.header("Authorization", "Bearer " + token(client)).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    /**
     * Uploads a file and waits until it is in.
     *
     * @return milliseconds from the upload until COMPLETED
     */
    double imported(String client, Path file) throws IOException, InterruptedException {
        return imported(client, "/api/v1/enterprises/imports", file);
    }

    /** As {@link #imported(String, Path)}, to where this module takes its files. */
    double imported(String client, String path, Path file)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        var answer = sent(client, path, file);
        var location = answer.headers().firstValue("Location").orElseThrow();
        while (true) {
            var body = get(client, location);
            var state = STATE.matcher(body);
            if (!state.find()
                    || state.group(1).equals("FAILED")
                    || state.group(1).equals("CANCELLED")) {
                throw new IllegalStateException("The import did not complete: " + body);
            }
            if (state.group(1).equals("COMPLETED")) {
                return (System.nanoTime() - start) / 1e6;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Uploads a file. */
    HttpResponse<String> sent(String client, String path, Path file)
            throws IOException, InterruptedException {
        var boundary = "kaiyuan-bench";
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, file.getFileName());
        return ask(
                client,
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofString(head),
                                        HttpRequest.BodyPublishers.ofFile(file),
                                        HttpRequest.BodyPublishers.ofString(
                                                "\r\n--" + boundary + "--\r\n"))));
    }

    URI at(String path) {
        return base.resolve(path);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String token(String client) throws IOException, InterruptedException {
        var known = tokens.get(client);
        if (known != null) {
            return known;
        }
        var basic =
                Base64.getEncoder()
                        .encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        var answer =
                http.send(
                        HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        var token = TOKEN.matcher(answer.body());
        if (answer.statusCode() != 200 || !token.find()) {
            throw new IllegalStateException(
                    "No token for %s: %d %s".formatted(client, answer.statusCode(), answer.body()));
        }
        tokens.put(client, token.group(1));
        return token.group(1);
    }

    private void waitUntilReady(Path log) {
        var until = Instant.now().plus(Duration.ofMinutes(10));
        while (Instant.now().isBefore(until)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application did not start; see " + log);
            }
            try {
                var answer =
                        http.send(
                                HttpRequest.newBuilder(base.resolve("/actuator/health")).build(),
                                HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() < 500) {
                    return;
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (IOException e) {
                // not listening yet
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        close();
        throw new IllegalStateException("The application did not become ready; see " + log);
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
