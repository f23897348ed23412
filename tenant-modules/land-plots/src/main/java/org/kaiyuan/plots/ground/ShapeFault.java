package org.kaiyuan.plots.ground;

import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Why a shape encloses no ground that could be measured. */
public enum ShapeFault {
    SELF_INTERSECTION,
    HOLE_OUTSIDE,
    NESTED_HOLES,
    NESTED_POLYGONS,
    /** Holes that touch each other or the border part the ground inside. */
    PARTED_INSIDE,
    DUPLICATE_RINGS,
    TOO_FEW_POINTS,
    OTHER;

    static ShapeFault of(int errorType) {
        return switch (errorType) {
            case TopologyValidationError.SELF_INTERSECTION,
                    TopologyValidationError.RING_SELF_INTERSECTION ->
                    SELF_INTERSECTION;
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> HOLE_OUTSIDE;
            case TopologyValidationError.NESTED_HOLES -> NESTED_HOLES;
            case TopologyValidationError.NESTED_SHELLS -> NESTED_POLYGONS;
            case TopologyValidationError.DISCONNECTED_INTERIOR -> PARTED_INSIDE;
            case TopologyValidationError.DUPLICATE_RINGS -> DUPLICATE_RINGS;
            case TopologyValidationError.TOO_FEW_POINTS -> TOO_FEW_POINTS;
            default -> OTHER;
        };
    }
}
