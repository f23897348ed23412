package org.kaiyuan.services;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** What somebody of an enterprise is filling in. */
public record DraftId(UUID value) implements Serializable {
    public static DraftId next() {
        return new DraftId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
