package org.kaiyuan.embedded.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.kaiyuan.embedded.EmbeddedServerFailed;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the jar of this platform once. */
final class PostgresBinaries {
    /** The version of the jar in infra/embedded/pom.xml; another one is unpacked beside it. */
    static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** @return the folder that has {@code bin/postgres} */
    static Path unpackedBelow(Path folder) {
        var home = folder.resolve("postgresql-" + VERSION);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        var half =
                folder.resolve(home.getFileName() + ".unpacking-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(half);
            try (InputStream jar = archive();
                    var tar = new TarArchiveInputStream(new XZInputStream(jar))) {
                for (TarArchiveEntry entry = tar.getNextEntry();
                        entry != null;
                        entry = tar.getNextEntry()) {
                    unpack(half, entry, tar);
                }
            }
            moveInPlace(half, home);
            return home;
        } catch (IOException e) {
            throw new EmbeddedServerFailed(
                    "The data folder %s cannot be written (%s); free some space or name another one with --data."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static void unpack(Path into, TarArchiveEntry entry, InputStream content)
            throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException(
                    "The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void moveInPlace(Path half, Path home) throws IOException {
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, home);
        } catch (IOException e) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
            try (var left = Files.walk(half)) { // another process was quicker
                for (var path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static InputStream archive() throws IOException {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch", "").equals("aarch64");
        var names =
                os.contains("mac")
                        ? List.of(arm ? "postgres-darwin-arm_64.txz" : "postgres-darwin-x86_64.txz")
                        : List.of(arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz");
        for (var name : names) {
            var stream = PostgresBinaries.class.getResourceAsStream("/" + name);
            if (stream != null) {
                return stream;
            }
        }
        throw new EmbeddedServerFailed(
                "There is no embedded PostgreSQL for %s on this class path; use an external one with --postgres-url."
                        .formatted(os));
    }
}
