package org.kaiyuan.delegation;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** An entry of a list; the same through all versions of it. */
public record EntryId(UUID value) implements Serializable {
    public static EntryId next() {
        return new EntryId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
