package org.kaiyuan.platform.tenants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantHolding;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The archives on disk, one folder a tenant; several nodes need a shared folder. */
@Component
class ExportFolder implements TenantHolding {
    private final Path root;

    ExportFolder(@Value("${kaiyuan.tenants.exports:${kaiyuan.data:.kaiyuan}/exports}") Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path archive(TenantId zone, UUID id) {
        return folder(zone).resolve(id + ".zip");
    }

    /** Being written; becomes the archive by a rename. */
    Path part(TenantId zone, UUID id) throws IOException {
        return Files.createDirectories(folder(zone)).resolve(id + ".zip.part");
    }

    @Override
    public String name() {
        return "export-archives";
    }

    @Override
    public long remove() {
        var folder = folder(CurrentTenant.get());
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long removed = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return removed;
    }

    private Path folder(TenantId zone) {
        return root.resolve(zone.toString());
    }
}
