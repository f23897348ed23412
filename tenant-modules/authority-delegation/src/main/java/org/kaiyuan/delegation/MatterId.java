package org.kaiyuan.delegation;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A matter of the catalogue (事项). */
public record MatterId(UUID value) implements Serializable {
    public static MatterId next() {
        return new MatterId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
