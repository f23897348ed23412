package org.kaiyuan.delegation;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A request for a power (点菜); the same on both sides. */
public record PowerRequestId(UUID value) implements Serializable {
    public static PowerRequestId next() {
        return new PowerRequestId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
