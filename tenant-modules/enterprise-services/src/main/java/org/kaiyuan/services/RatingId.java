package org.kaiyuan.services;

import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A rating (评价). */
public record RatingId(UUID value) implements Serializable {
    public static RatingId next() {
        return new RatingId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
