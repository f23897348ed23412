package org.kaiyuan.leads;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** One agreement with an investor. */
@Embeddable
public record AgreementId(UUID value) implements Serializable {
    public static AgreementId next() {
        return new AgreementId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
