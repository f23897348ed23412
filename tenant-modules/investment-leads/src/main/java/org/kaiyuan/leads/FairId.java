package org.kaiyuan.leads;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** One event that leads come from. */
@Embeddable
public record FairId(UUID value) implements Serializable {
    public static FairId next() {
        return new FairId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
