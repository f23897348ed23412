package org.kaiyuan.platform.files.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.kaiyuan.platform.tenancy.TenantId;

/** Files below one folder: {@code <tenant>/<day>/<id>}. */
final class DiskStore implements FileStore {
    private static final String DRAFT = ".draft";

    private final Path root;

    DiskStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Written beside its place, synced, moved, and the folder synced: after a power cut it is whole or not there. */
    @Override
    public void put(StorageKey key, Path content) throws IOException {
        var folder = root.resolve(StorageKey.folder(key.tenant(), key.day()));
        var place = place(key);
        createSynced(folder);
        var draft = place.resolveSibling(key.id() + DRAFT);
        try {
            try {
                Files.move(content, draft, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException otherDisk) {
                Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            }
            sync(draft, StandardOpenOption.WRITE);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        sync(folder, StandardOpenOption.READ);
    }

    @Override
    public InputStream open(StorageKey key) throws IOException {
        try {
            return Files.newInputStream(place(key));
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException(key.path());
        }
    }

    @Override
    public void delete(StorageKey key) throws IOException {
        Files.deleteIfExists(place(key));
        Files.deleteIfExists(place(key).resolveSibling(key.id() + DRAFT));
    }

    /** A draft that a kill left behind counts as its file. */
    @Override
    public List<StorageKey> of(TenantId tenant, LocalDate day) throws IOException {
        var folder = root.resolve(StorageKey.folder(tenant, day));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name ->
                            name.endsWith(DRAFT)
                                    ? name.substring(0, name.length() - DRAFT.length())
                                    : name)
                    .distinct()
                    .map(name -> StorageKey.parse(StorageKey.folder(tenant, day) + name))
                    .toList();
        }
    }

    @Override
    public long deleteAll(TenantId tenant) throws IOException {
        var folder = root.resolve(tenant.toString());
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        var files = new AtomicLong();
        try (var everything = Files.walk(folder)) {
            for (var path : everything.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isRegularFile(path)) {
                    files.incrementAndGet();
                }
                Files.delete(path);
            }
        }
        return files.get();
    }

    private Path place(StorageKey key) {
        return root.resolve(key.path());
    }

    /** Each new folder's name is written to the one above it. */
    private static void createSynced(Path folder) throws IOException {
        var above = folder.getParent();
        if (above != null && !Files.isDirectory(folder)) {
            createSynced(above);
            Files.createDirectories(folder);
            sync(above, StandardOpenOption.READ);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        if (how == StandardOpenOption.READ && !canSyncFolders()) {
            return;
        }
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Windows knows no such thing. */
    private static boolean canSyncFolders() {
        return !System.getProperty("os.name", "").startsWith("Windows");
    }
}
