package org.kaiyuan.platform.files;

import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A file of one zone that comes in pieces. */
public record UploadId(UUID value) {
    public static UploadId next() {
        return new UploadId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
