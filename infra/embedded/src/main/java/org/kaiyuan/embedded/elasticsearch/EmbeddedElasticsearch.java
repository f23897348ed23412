package org.kaiyuan.embedded.elasticsearch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kaiyuan.embedded.EmbeddedServerFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Elasticsearch node that keeps its data below one folder and listens on loopback only.
 *
 * <p>It ends when this process does, however that ends: its standard input closes then.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedElasticsearch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Process process;
    private final URI url;
    private final Path log;

    /**
     * Where and how to start.
     *
     * @param home what infra/elasticsearch put together in {@code target/elasticsearch}
     * @param folder keeps data, configuration, log and the class-data archive that quickens the next start
     * @param port 0 for a free one
     * @param maxHeap such as {@code 512m}
     * @param quickStart true only for tests: starts sooner, indexes more slowly
     */
    public record Options(Path home, Path folder, int port, String maxHeap, boolean quickStart) {}

    private EmbeddedElasticsearch(Process process, URI url, Path log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /** Starts the process and waits until the node answers. @see #launch(Options) */
    public static EmbeddedElasticsearch start(Options options) {
        var node = launch(options);
        node.waitUntilReady();
        return node;
    }

    /**
     * Starts the process; its {@link #url()} is known at once, but answers only after {@link
     * #waitUntilReady()}.
     *
     * @throws EmbeddedServerFailed with one sentence that says what to do
     */
    public static EmbeddedElasticsearch launch(Options options) {
        var home = options.home().toAbsolutePath();
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new EmbeddedServerFailed(
                    "The embedded Elasticsearch is not at %s; build it with ./mvnw -DskipTests package."
                            .formatted(home));
        }
        var folder = options.folder().toAbsolutePath();
        try {
            int port = options.port() == 0 ? freePort() : options.port();
            var config = configured(home, folder);
            var log = folder.resolve("elasticsearch.log");
            var process =
                    new ProcessBuilder(command(options, home, folder, config, port))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return new EmbeddedElasticsearch(process, URI.create("http://127.0.0.1:" + port), log);
        } catch (IOException e) {
            throw new EmbeddedServerFailed(
                    "The data folder %s cannot be written (%s); free some space or name another one with --data."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    public URI url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    /** Until the shards that were there before serve again. */
    public void waitUntilReady() {
        var until = Instant.now().plus(PATIENCE);
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var health =
                    HttpRequest.newBuilder(
                                    url.resolve(
                                            "/_cluster/health?wait_for_status=yellow&timeout=20s"))
                            .timeout(Duration.ofSeconds(25))
                            .build();
            while (Instant.now().isBefore(until)) {
                if (!process.isAlive()) {
                    throw new EmbeddedServerFailed(
                            "Elasticsearch did not start: %s (whole log: %s)."
                                    .formatted(tail(), log));
                }
                if (answers(http, health)) {
                    LOG.info("Elasticsearch answers at {}", url);
                    return;
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerFailed("The start was interrupted.", e);
        }
        throw new EmbeddedServerFailed(
                "Elasticsearch did not become ready within %d seconds (log: %s)."
                        .formatted(PATIENCE.toSeconds(), log));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) { // the first time it writes its archive
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(HttpClient http, HttpRequest health)
            throws InterruptedException {
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path configured(Path home, Path folder) throws IOException {
        var config = Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("tmp"));
        for (var file : List.of("elasticsearch.yml", "log4j2.properties")) {
            Files.copy(
                    home.resolve("config").resolve(file),
                    config.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return config;
    }

    private static List<String> command(
            Options options, Path home, Path folder, Path config, int port) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms" + (options.quickStart() ? "256m" : options.maxHeap()));
        command.add("-Xmx" + options.maxHeap());
        command.add("-XX:+UseSerialGC");
        if (options.quickStart()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(
                List.of(
                        "-Xshare:auto",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-Xlog:cds=off",
                        "-Xlog:aot=off",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile="
                                + folder.resolve("classes-" + Runtime.version().feature() + ".jsa"),
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.io=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-Des.networkaddress.cache.ttl=60",
                        "-Djava.awt.headless=true",
                        "-Des.nativelibs.path=" + folder.resolve("tmp"),
                        "-Djna.nosys=true",
                        "-Dlog4j2.disable.jmx=true",
                        "-Dlog4j.shutdownHookEnabled=false",
                        "-Dio.netty.noUnsafe=true",
                        "-Dio.netty.noKeySetOptimization=true",
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                        "-Des.distribution.type=tar",
                        "-cp",
                        classPath(home.resolve("lib")),
                        "org.kaiyuan.elasticsearch.launcher.ElasticsearchLauncher",
                        home.toString(),
                        config.toString(),
                        "http.port=" + port,
                        "transport.port=" + freePort(),
                        "path.data=" + folder.resolve("data"),
                        "path.logs=" + folder.resolve("logs"),
                        "node.processors=2",
                        "cluster.routing.allocation.disk.watermark.low=1gb",
                        "cluster.routing.allocation.disk.watermark.high=500mb",
                        "cluster.routing.allocation.disk.watermark.flood_stage=200mb"));
        return command;
    }

    private static String classPath(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return String.join(
                    System.getProperty("path.separator"),
                    jars.map(Path::toString).filter(j -> j.endsWith(".jar")).sorted().toList());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
        } catch (IOException e) {
            return "no log";
        }
    }
}
