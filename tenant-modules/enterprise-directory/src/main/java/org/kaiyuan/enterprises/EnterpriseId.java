package org.kaiyuan.enterprises;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** An enterprise of one zone; the same company in another zone has another id. */
@Embeddable
public record EnterpriseId(UUID value) implements Serializable {
    public static EnterpriseId next() {
        return new EnterpriseId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
