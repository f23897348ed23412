package org.kaiyuan.platform.transfer;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Throws away what a killed process left in the temporary folder, a day later: files of an import or an
 * export never live so long, and another process may be working there.
 */
@Component
class LeftoverFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverFiles.class);
    private static final String OURS = "kaiyuan-{import,export,table}-*";
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final Clock clock;

    LeftoverFiles(Clock clock) {
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void throwAway() {
        throwAway(Path.of(System.getProperty("java.io.tmpdir")), clock.instant());
    }

    static void throwAway(Path folder, Instant now) {
        try (var files = Files.newDirectoryStream(folder, OURS)) {
            for (var file : files) {
                if (Files.isRegularFile(file)
                        && Files.getLastModifiedTime(file)
                                .toInstant()
                                .isBefore(now.minus(LONG_AGO))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("Could not tidy {}", folder, e);
        }
    }
}
