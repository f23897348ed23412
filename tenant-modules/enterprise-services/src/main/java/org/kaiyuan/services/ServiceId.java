package org.kaiyuan.services;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A thing that enterprises ask for (服务事项). */
public record ServiceId(UUID value) implements Serializable {
    public static ServiceId next() {
        return new ServiceId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
