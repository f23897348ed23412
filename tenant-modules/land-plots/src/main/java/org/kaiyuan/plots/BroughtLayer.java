package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.ground.GroundFormat;
import org.kaiyuan.plots.ground.GroundShape;

/**
 * What a file brings to a layer.
 *
 * @param notes what was assumed to read it; a person has to agree with it
 * @param faults why nothing of it can come
 * @param taken whether it was taken in; only when nothing was at fault
 */
public record BroughtLayer(
        @Nullable GroundFormat format,
        List<Piece> pieces,
        List<FileNote> notes,
        List<FileNote> faults,
        boolean taken) {
    public BroughtLayer {
        pieces = List.copyOf(pieces);
        notes = List.copyOf(notes);
        faults = List.copyOf(faults);
    }

    /** One shape of it, with its area in its own 3° zone. */
    public record Piece(String name, GroundShape shape, BigDecimal areaM2) {}

    /** Whether all of it could come in. */
    public boolean isGood() {
        return faults.isEmpty() && !pieces.isEmpty();
    }

    /** Whether a person has to agree with nothing first. */
    public boolean isCertain() {
        return notes.isEmpty();
    }

    BroughtLayer whenTaken() {
        return new BroughtLayer(format, pieces, notes, faults, true);
    }
}
