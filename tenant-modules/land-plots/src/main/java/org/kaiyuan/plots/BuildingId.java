package org.kaiyuan.plots;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A building of one zone. */
public record BuildingId(UUID value) implements Serializable {
    public static BuildingId next() {
        return new BuildingId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
