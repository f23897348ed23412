package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./start} as people run it, with the application that this build has packaged. */
class StartIT {
    private static final Path ROOT =
            Path.of(System.getProperty("kaiyuan.root", "..")).toAbsolutePath();

    @TempDir Path data;
    private final List<Started> all = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        all.forEach(Started::kill);
    }

    @Test
    void it_starts_ends_without_a_trace_and_recovers_from_a_kill_with_all_data(
            TestReporter reporter) throws Exception {
        var first = start("--empty");
        first.untilReady();
        assertThat(first.said()).contains("/setup?code=").doesNotContain("Building Kaiyuan");
        assertThat(first.visit("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(first.visit("/setup").statusCode()).isEqualTo(200);
        var children = first.children();
        assertThat(children).as("PostgreSQL and Elasticsearch").hasSizeGreaterThanOrEqualTo(2);
        write(
                "insert into tenancy.tenant (code, name, kind, level_type) values ('kept', '留存园区', 'MANAGEMENT_COMMITTEE', '省级')");

        first.terminate();
        assertThat(children).noneMatch(ProcessHandle::isAlive);

        var second = start("--empty");
        var before = Instant.now();
        second.untilReady();
        reporter.publishEntry("second start", Duration.between(before, Instant.now()).toString());
        assertThat(count("tenancy.tenant where code = 'kept'")).isEqualTo(1);
        write(
                "insert into access.account (id, username, password_hash, display_name, operator)"
                        + " values (gen_random_uuid(), 'operator', '{bcrypt}x', '运维员', true)");
        second.kill();

        var third = start("--empty");
        third.untilReady();
        assertThat(third.said()).as("an operator is there").doesNotContain("/setup?code=");
        assertThat(count("tenancy.tenant where code = 'kept'")).isEqualTo(1);
        var last = third.children();
        var inUse = start("--empty", "--port", Integer.toString(freePort()));
        assertThat(inUse.ended()).isNotZero();
        assertThat(inUse.said()).contains("in use by another Kaiyuan");
        third.terminate();
        assertThat(Stream.concat(children.stream(), last.stream()))
                .noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_taken_port_is_one_sentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            isOneSentence("Port " + port + " is taken", "--port", port);
            isOneSentence("Port " + port + " is taken", "--management-port", port);
        }
    }

    @Test
    void an_option_that_is_none_is_one_sentence() throws Exception {
        isOneSentence("There is no option --prot", "--prot", "1");
        isOneSentence("--port takes a number", "--port", "eighty");
        isOneSentence("--port needs a value", "--port");
        isOneSentence("listens on loopback only", "--bind", "0.0.0.0");
        isOneSentence("--heap takes a size", "--heap", "plenty");
        isOneSentence(
                "192.0.2.1 is no address of this machine", ports("--empty", "--bind", "192.0.2.1"));
    }

    @Test
    void an_external_postgresql_that_does_not_answer_is_one_sentence() throws Exception {
        isOneSentence(
                "PostgreSQL at jdbc:postgresql://127.0.0.1:1/kaiyuan does not answer",
                ports(
                        "--postgres-url",
                        "jdbc:postgresql://127.0.0.1:1/kaiyuan",
                        "--elasticsearch-url",
                        "http://127.0.0.1:1"));
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_one_sentence() throws Exception {
        var file = Files.createFile(data.resolve("a-file"));
        isOneSentence("cannot be created", "--data", file.resolve("below").toString());
        assumeFalse(
                "root".equals(System.getProperty("user.name")),
                "root may write to a read-only folder: not tried as root");
        var readOnly =
                Files.createDirectory(
                        data.resolve("read-only"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("r-xr-xr-x")));
        isOneSentence("cannot be written", "--data", readOnly.toString());
    }

    @Test
    void help_lists_the_options() throws Exception {
        var help = run("--help");
        assertThat(help.ended()).isZero();
        assertThat(help.said())
                .contains(
                        "--port",
                        "--bind",
                        "--data",
                        "--empty",
                        "--management-port",
                        "--postgres-url");
    }

    private void isOneSentence(String sentence, String... options) throws Exception {
        var refused = run(options);
        assertThat(refused.ended()).isNotZero();
        assertThat(refused.said().strip().lines()).hasSize(1);
        assertThat(refused.said()).contains(sentence);
    }

    private Started start(String... options) throws IOException {
        return run(ports(options));
    }

    /** What every start needs beside others: ports, a folder and little memory. */
    private String[] ports(String... options) throws IOException {
        var with =
                new ArrayList<>(
                        List.of(
                                "--port",
                                Integer.toString(freePort()),
                                "--management-port",
                                "0",
                                "--data",
                                data.resolve("kept").toString(),
                                "--heap",
                                "640m",
                                "--elasticsearch-heap",
                                "512m"));
        with.addAll(List.of(options));
        return with.toArray(String[]::new);
    }

    private Started run(String... options) throws IOException {
        var command = new ArrayList<>(List.of(ROOT.resolve("start").toString()));
        command.addAll(List.of(options));
        var started = new Started(command);
        all.add(started);
        return started;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void write(String sql) throws Exception {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String from) throws Exception {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The port is the fourth line of PostgreSQL's pid file, the password lies beside the data. */
    private java.sql.Connection connection() throws IOException, SQLException {
        var folder = data.resolve("kept/postgresql");
        var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/kaiyuan",
                "kaiyuan_app",
                Files.readString(folder.resolve(".kaiyuan_app")).strip());
    }

    /** One run of the script; it becomes the application's JVM. */
    private static final class Started {
        private static final String READY = "is ready";

        private final Process process;
        private final int port;
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final StringBuffer said = new StringBuffer();
        private final Thread reader;

        Started(List<String> command) throws IOException {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            int at = command.lastIndexOf("--port");
            port =
                    at > 0 && at + 1 < command.size() && command.get(at + 1).matches("\\d+")
                            ? Integer.parseInt(command.get(at + 1))
                            : 0;
            reader = Thread.ofPlatform().daemon().start(() -> read(process.inputReader()));
        }

        private void read(BufferedReader output) {
            try {
                for (var line = output.readLine(); line != null; line = output.readLine()) {
                    said.append(line).append('\n');
                    lines.add(line);
                }
            } catch (IOException e) {
                lines.add("output ended: " + e);
            }
        }

        void untilReady() throws Exception {
            var until = Instant.now().plus(Duration.ofMinutes(4));
            boolean ready = false;
            while (Instant.now().isBefore(until)) {
                var line = lines.poll(200, TimeUnit.MILLISECONDS);
                if (line != null && line.contains(READY)) {
                    ready = true;
                }
                if (ready && line == null) {
                    return; // and what belongs to it has been said as well
                }
                if (line == null && !process.isAlive()) {
                    break;
                }
            }
            throw new AssertionError("It did not become ready: " + said);
        }

        String said() {
            return said.toString();
        }

        int ended() throws Exception {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
            reader.join(5000);
            return process.exitValue();
        }

        java.net.http.HttpResponse<String> visit(String path) throws Exception {
            return new Visitor(port).get(path);
        }

        List<ProcessHandle> children() {
            return process.descendants().toList();
        }

        /** What Ctrl+C and a service manager do. */
        void terminate() throws Exception {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends on SIGTERM").isTrue();
        }

        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
