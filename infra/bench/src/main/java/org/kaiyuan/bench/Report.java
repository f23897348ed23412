package org.kaiyuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a run says: to the console, and to a file in its data folder. */
final class Report {
    private final Path file;

    Report(Options options) {
        this.file = options.data().resolve("report-" + options.what() + ".txt");
        line(
                "%s at %s · %,d rows, %d tenants, %d pairs of %d ms windows · %d cores, %s %s, JDK %s",
                options.what(),
                LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS),
                options.rows(),
                options.tenants(),
                options.pairs(),
                options.window().toMillis(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
    }

    void line(String format, Object... values) {
        var line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    line + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
