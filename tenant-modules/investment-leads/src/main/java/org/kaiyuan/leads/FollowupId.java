package org.kaiyuan.leads;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** One talk with an investor. */
@Embeddable
public record FollowupId(UUID value) implements Serializable {
    public static FollowupId next() {
        return new FollowupId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
