package org.kaiyuan.plots;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;

/** A plot of one zone. */
@Embeddable
public record PlotId(UUID value) implements Serializable {
    public static PlotId next() {
        return new PlotId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
