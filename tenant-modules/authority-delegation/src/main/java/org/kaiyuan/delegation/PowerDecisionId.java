package org.kaiyuan.delegation;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A case, or a number of cases, decided under a power. */
public record PowerDecisionId(UUID value) implements Serializable {
    public static PowerDecisionId next() {
        return new PowerDecisionId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
