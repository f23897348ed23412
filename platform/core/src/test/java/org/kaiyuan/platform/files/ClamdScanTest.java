package org.kaiyuan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaiyuan.platform.refusal.Refusal;

/** Against a real TCP server that speaks clamd's INSTREAM. */
class ClamdScanTest {
    @TempDir Path folder;

    @Test
    void a_clean_file_passes_and_arrives_whole() throws Exception {
        var bytes = new byte[200_000];
        new Random(7).nextBytes(bytes);
        try (var server = listening()) {
            var heard = hearing(server, "stream: OK\0");

            assertThatCode(() -> scan(server).look(file(bytes))).doesNotThrowAnyException();

            assertThat(heard.get()).isEqualTo(bytes);
        }
    }

    @Test
    void an_infected_file_is_refused_by_the_name_of_what_was_found() throws Exception {
        try (var server = listening()) {
            hearing(server, "stream: Win.Test.EICAR_HDB-1 FOUND\0");

            assertThatThrownBy(() ->
                            scan(server)
                                    .look(file("X5O!P%@AP".getBytes(StandardCharsets.US_ASCII))))
                    .isInstanceOfSatisfying(
                            FileRefused.class,
                            refused -> {
                                assertThat(refused.messageKey())
                                        .isEqualTo("files.refusal.infected");
                                assertThat(refused.arguments())
                                        .containsExactly("Win.Test.EICAR_HDB-1");
                            });
        }
    }

    @Test
    void whatever_is_not_a_clean_answer_keeps_the_file_out() throws Exception {
        for (var answer :
                new String[] {"INSTREAM size limit exceeded. ERROR\0", "", "stream: ok\0"}) {
            try (var server = listening()) {
                hearing(server, answer);
                refusedAsDown(scan(server));
            }
        }
        int nobody;
        try (var server = listening()) {
            nobody = server.getLocalPort();
        }
        refusedAsDown(new ClamdScan("127.0.0.1:" + nobody, Duration.ofSeconds(2)));
    }

    @Test
    void a_scanner_that_hangs_keeps_the_file_out() throws Exception {
        try (var server = listening()) { // accepts by its backlog, and never answers
            refusedAsDown(
                    new ClamdScan("127.0.0.1:" + server.getLocalPort(), Duration.ofMillis(200)));
        }
    }

    @Test
    void an_address_without_a_port_is_told_at_once() {
        assertThatThrownBy(() -> new ClamdScan("clamd", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("host:port");
    }

    private void refusedAsDown(ClamdScan scan) {
        assertThatThrownBy(() -> scan.look(file(new byte[] {1, 2, 3})))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> {
                            assertThat(refused.messageKey()).isEqualTo("files.refusal.scanDown");
                            assertThat(refused.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
                        });
    }

    private static ClamdScan scan(ServerSocket server) {
        return new ClamdScan("127.0.0.1:" + server.getLocalPort(), Duration.ofSeconds(10));
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Reads one file as clamd does and answers. */
    private static FutureTask<byte[]> hearing(ServerSocket server, String answer) {
        var task =
                new FutureTask<>(() -> {
                    try (var socket = server.accept();
                            var in = new DataInputStream(socket.getInputStream())) {
                        assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                                .isEqualTo("zINSTREAM\0");
                        var got = new ByteArrayOutputStream();
                        for (int n = in.readInt(); n > 0; n = in.readInt()) {
                            got.write(in.readNBytes(n));
                        }
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                        return got.toByteArray();
                    }
                });
        Thread.ofVirtual().start(task);
        return task;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "scan", ""), content);
    }
}
