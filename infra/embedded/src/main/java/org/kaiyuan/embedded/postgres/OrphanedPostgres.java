package org.kaiyuan.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL whose parent was killed lives on and holds the data folder: it is stopped first. */
final class OrphanedPostgres {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);

    private OrphanedPostgres() {}

    static void stop(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var orphan =
                lines.isEmpty()
                        ? java.util.Optional.<ProcessHandle>empty()
                        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (orphan.isPresent() && isPostgres(orphan.get())) {
            LOG.info(
                    "Stopping PostgreSQL {} that an earlier Kaiyuan left behind",
                    orphan.get().pid());
            interrupt(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** SIGINT is PostgreSQL's fast shutdown; after 30 seconds SIGQUIT, from which it recovers at its next start. */
    static void interrupt(ProcessHandle postgres) {
        signal("-INT", postgres);
        if (!ended(postgres, 30)) {
            signal("-QUIT", postgres);
            if (!ended(postgres, 10)) {
                postgres.destroyForcibly();
                ended(postgres, 5);
            }
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("postgres")).orElse(false)
                || process.info().commandLine().map(c -> c.contains("postgres")).orElse(false);
    }

    private static void signal(String signal, ProcessHandle process) {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
