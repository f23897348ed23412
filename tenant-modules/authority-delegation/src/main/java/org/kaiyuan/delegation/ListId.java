package org.kaiyuan.delegation;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A list of one zone (清单). */
public record ListId(UUID value) implements Serializable {
    public static ListId next() {
        return new ListId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
