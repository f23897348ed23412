package org.kaiyuan.platform.files.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.kaiyuan.platform.tenancy.TenantId;

/** The bytes of all files. Knows nothing of rows, permissions or names. */
public interface FileStore {
    /**
     * Durable when it returns, or it throws and nothing is there.
     *
     * @param content a file on disk, which may be taken away
     */
    void put(StorageKey key, Path content) throws IOException;

    /** @throws java.io.FileNotFoundException when there is nothing */
    InputStream open(StorageKey key) throws IOException;

    /** Nothing happens where there is nothing. */
    void delete(StorageKey key) throws IOException;

    /** Everything of a tenant that was put on that day. */
    List<StorageKey> of(TenantId tenant, LocalDate day) throws IOException;

    /** Removes whatever there is of the tenant, and tells how many files it was. */
    long deleteAll(TenantId tenant) throws IOException;
}
