package org.kaiyuan.delegation;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** An answer to a request; the same on both sides. */
public record PowerAnswerId(UUID value) implements Serializable {
    public static PowerAnswerId next() {
        return new PowerAnswerId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
