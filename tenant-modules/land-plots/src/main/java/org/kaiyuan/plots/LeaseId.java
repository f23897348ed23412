package org.kaiyuan.plots;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A lease of one zone. */
public record LeaseId(UUID value) implements Serializable {
    public static LeaseId next() {
        return new LeaseId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
