package org.kaiyuan.platform.files;

import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** An attached file of one zone. */
public record FileId(UUID value) {
    public static FileId next() {
        return new FileId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
