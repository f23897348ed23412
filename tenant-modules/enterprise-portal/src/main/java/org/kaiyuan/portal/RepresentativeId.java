package org.kaiyuan.portal;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** One person's standing for one enterprise; of the same person for another enterprise it is another. */
@Embeddable
public record RepresentativeId(UUID value) implements Serializable {
    public static RepresentativeId next() {
        return new RepresentativeId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
