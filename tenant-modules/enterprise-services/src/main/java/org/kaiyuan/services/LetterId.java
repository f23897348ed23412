package org.kaiyuan.services;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A letter of a case (文书). */
public record LetterId(UUID value) implements Serializable {
    public static LetterId next() {
        return new LetterId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
