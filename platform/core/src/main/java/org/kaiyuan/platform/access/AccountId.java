package org.kaiyuan.platform.access;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A person's account: one per person, whatever the zones they work for. */
public record AccountId(UUID value) implements Serializable {
    static AccountId next() {
        return new AccountId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
