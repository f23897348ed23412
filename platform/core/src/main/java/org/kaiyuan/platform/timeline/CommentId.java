package org.kaiyuan.platform.timeline;

import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A comment of one zone. */
public record CommentId(UUID value) {
    public static CommentId next() {
        return new CommentId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
