package org.kaiyuan.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The newest link of every chain that this node has sealed, kept outside the database: who cuts the end off
 * a chain there leaves a head here that the chain no longer has.
 *
 * <p>A file of 48 bytes for each chain at the place of its number: a link costs one small write, 10,000 zones
 * half a megabyte. {@code kaiyuan.audit.heads} puts it elsewhere than into the data folder.
 */
@Component
class KnownHeads {
    private static final int NUMBER_AND_HASH = 8 + 32;
    private static final int SLOT = NUMBER_AND_HASH + 8;
    private final Path file;

    /** A link that was there. */
    record Head(long number, byte[] hash) {}

    KnownHeads(Environment environment) {
        var data = Path.of(environment.getProperty("kaiyuan.data", ".kaiyuan"));
        var configured = environment.getProperty("kaiyuan.audit.heads");
        file = configured == null ? data.resolve("audit-heads") : Path.of(configured);
    }

    Path file() {
        return file;
    }

    /** Never goes back. */
    synchronized void remember(long zone, long number, byte[] hash) {
        var known = of(zone);
        if (known.isPresent() && known.get().number() >= number) {
            return;
        }
        var slot = ByteBuffer.allocate(SLOT).putLong(number).put(hash);
        slot.putLong(sum(slot)).flip();
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                for (long at = zone * SLOT; slot.hasRemaining(); ) {
                    at += channel.write(slot, at);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The head of an audit chain could not be kept", e);
        }
    }

    /** Empty for a chain that this node has never sealed. */
    synchronized Optional<Head> of(long zone) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var slot = ByteBuffer.allocate(SLOT);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = zone * SLOT; slot.hasRemaining(); ) {
                int read = channel.read(slot, at);
                if (read < 0) {
                    return Optional.empty();
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The heads of the audit chains could not be read", e);
        }
        slot.flip();
        long number = slot.getLong();
        var hash = new byte[32];
        slot.get(hash);
        if (number == 0 || slot.getLong() != sum(slot)) {
            return Optional.empty(); // never written, or half written when the machine stopped
        }
        return Optional.of(new Head(number, hash));
    }

    private static long sum(ByteBuffer slot) {
        var sum = new CRC32();
        sum.update(slot.array(), 0, NUMBER_AND_HASH);
        return sum.getValue() + 1;
    }
}
