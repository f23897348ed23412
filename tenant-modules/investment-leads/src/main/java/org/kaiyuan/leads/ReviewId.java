package org.kaiyuan.leads;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** One admission review of a lead. */
@Embeddable
public record ReviewId(UUID value) implements Serializable {
    public static ReviewId next() {
        return new ReviewId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
