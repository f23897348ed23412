package org.kaiyuan.plots;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A part of a building that is let as a whole. */
public record UnitId(UUID value) implements Serializable {
    public static UnitId next() {
        return new UnitId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
