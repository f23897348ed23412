package org.kaiyuan.platform.files.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaiyuan.platform.tenancy.TenantId;

/** The disk and an S3-compatible server, which is started as a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final TenantId DEYANG = new TenantId(7);
    private static final TenantId LUZHOU = new TenantId(70);

    @TempDir static Path folder;

    private Process s3Server;
    private String endpoint;
    private FileStore disk;
    private FileStore s3;

    @BeforeAll
    void start() throws Exception {
        disk = new DiskStore(folder.resolve("files"));
        int port = freePort();
        endpoint = "http://127.0.0.1:" + port;
        s3Server =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-jar",
                                jar(),
                                "--com.adobe.testing.s3mock.store.initial-buckets=kaiyuan",
                                "--server.port=" + freePort(),
                                "--vectors.http.port=" + freePort(),
                                "--vectors.https.port=" + freePort(),
                                "--http.port=" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("s3.log").toFile())
                        .start();
        awaitAnswer();
        s3 =
                S3Store.connect(
                        new StoreSettings.S3(
                                "kaiyuan", endpoint, "us-east-1", "key", "secret", true, "park/"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        s3Server.destroy();
        if (!s3Server.waitFor(10, TimeUnit.SECONDS)) {
            s3Server.destroyForcibly();
        }
    }

    Stream<FileStore> stores() {
        return Stream.of(disk, s3);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_put_is_there_until_it_is_deleted(FileStore store) throws IOException {
        var key = StorageKey.of(DEYANG, UUID.randomUUID(), NOON);

        store.put(key, file("营业执照"));

        try (var content = store.open(key)) {
            assertThat(content.readAllBytes()).isEqualTo("营业执照".getBytes(StandardCharsets.UTF_8));
        }
        store.delete(key);
        store.delete(key); // nothing happens
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(FileNotFoundException.class);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_day_of_one_zone_is_listed_and_a_zone_removed_as_a_whole(FileStore store)
            throws IOException {
        store.deleteAll(DEYANG);
        store.deleteAll(LUZHOU);
        var today = StorageKey.of(DEYANG, UUID.randomUUID(), NOON);
        var tomorrow = StorageKey.of(DEYANG, UUID.randomUUID(), NOON.plus(Duration.ofDays(1)));
        var luzhous = StorageKey.of(LUZHOU, UUID.randomUUID(), NOON);
        for (var key : new StorageKey[] {today, tomorrow, luzhous}) {
            store.put(key, file("x"));
        }

        assertThat(store.of(DEYANG, DAY)).containsExactly(today);
        assertThat(store.of(DEYANG, DAY.minusDays(1))).isEmpty();
        assertThat(store.deleteAll(DEYANG)).isEqualTo(2);

        assertThat(store.of(DEYANG, DAY)).isEmpty();
        assertThat(store.of(LUZHOU, DAY)).containsExactly(luzhous);
        assertThat(store.deleteAll(DEYANG)).isZero();
    }

    @Test
    void a_draft_that_a_kill_left_behind_is_found_and_swept() throws IOException {
        var key = StorageKey.of(new TenantId(8), UUID.randomUUID(), NOON);
        var place = folder.resolve("files").resolve(key.path() + ".draft");
        Files.createDirectories(place.getParent());
        Files.writeString(place, "half");

        assertThat(disk.of(new TenantId(8), DAY)).containsExactly(key);
        assertThatThrownBy(() -> disk.open(key)).isInstanceOf(FileNotFoundException.class);
        disk.delete(key);

        assertThat(place).doesNotExist();
    }

    @Test
    void a_storage_that_is_away_is_told_as_such() {
        var away =
                S3Store.connect(
                        new StoreSettings.S3(
                                "kaiyuan", "http://127.0.0.1:1", "us-east-1", "k", "s", true, ""));
        var key = StorageKey.of(DEYANG, UUID.randomUUID(), NOON);

        assertThatThrownBy(() -> away.put(key, file("x"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> away.open(key)).isInstanceOf(IOException.class);
    }

    @Test
    void nothing_but_our_own_keys_is_a_key() {
        for (var path : new String[] {"7/../8/x", "/etc/passwd", "7/2026-11-24/a", ""}) {
            assertThatThrownBy(() -> StorageKey.parse(path))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        var key = StorageKey.of(DEYANG, UUID.randomUUID(), NOON);
        assertThat(StorageKey.parse(key.path())).isEqualTo(key);
        assertThat(new StoreSettings.S3("b", "e", "r", "k", "top-secret", true, "").toString())
                .doesNotContain("top-secret");
    }

    private static Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "content", ""), content);
    }

    private static String jar() {
        return Arrays.stream(
                        System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))
                                .split(java.io.File.pathSeparator))
                .filter(path -> path.endsWith("-exec.jar") && path.contains("s3mock"))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (System.nanoTime() < until && s3Server.isAlive()) {
            try {
                var answer =
                        http.send(
                                HttpRequest.newBuilder(URI.create(endpoint + "/kaiyuan"))
                                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is still starting
            }
            s3Server.waitFor(200, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException(
                "The S3 server did not start: " + Files.readString(folder.resolve("s3.log")));
    }
}
