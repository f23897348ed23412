package org.kaiyuan.services;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A case (办件). */
public record CaseId(UUID value) implements Serializable {
    public static CaseId next() {
        return new CaseId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
