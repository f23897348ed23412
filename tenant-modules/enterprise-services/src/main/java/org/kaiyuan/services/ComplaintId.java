package org.kaiyuan.services;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A complaint (投诉). */
public record ComplaintId(UUID value) implements Serializable {
    public static ComplaintId next() {
        return new ComplaintId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
