package org.kaiyuan.leads;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A lead of one zone. */
@Embeddable
public record LeadId(UUID value) implements Serializable {
    public static LeadId next() {
        return new LeadId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
