package org.kaiyuan.plots.ground;

/** How much one file of shapes may hold before it is refused. */
public final class GroundLimits {
    /** As it was brought, packed or not. */
    public static final int FILE_BYTES = 50 << 20;

    /** All that comes out of a zip. */
    public static final int UNPACKED_BYTES = 200 << 20;

    public static final int ZIP_ENTRIES = 200;

    public static final int RECORDS = 20_000;

    /** Of all records together. */
    public static final int POINTS = 1_000_000;

    /** Of one record. */
    public static final int RINGS = 5_000;

    /** Of one record. */
    public static final int ATTRIBUTES = 100;

    /** Of one attribute; what is longer is a fault and not cut. */
    public static final int ATTRIBUTE_CHARACTERS = 4_000;

    /** Beyond these, faults are not listed any more. */
    public static final int FAULTS = 200;

    private GroundLimits() {}
}
