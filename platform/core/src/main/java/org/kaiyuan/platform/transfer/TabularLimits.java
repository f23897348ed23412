package org.kaiyuan.platform.transfer;

/**
 * How much a file may hold before it is refused.
 *
 * @param fileBytes as it was brought, packed or not
 * @param unpackedBytes all that comes out of it when unpacked
 * @param ratio unpacked to packed, heeded once 16 MB have been unpacked
 * @param sharedBytes of the texts that an XLSX file keeps apart from its cells: all of them are in memory at once
 * @param entries parts of an XLSX file
 * @param columns of the table
 * @param cellCharacters of one CSV cell, so that one open quote cannot swallow a file
 */
public record TabularLimits(
        long fileBytes,
        long unpackedBytes,
        int ratio,
        long sharedBytes,
        int entries,
        int columns,
        int cellCharacters) {
    public static final TabularLimits DEFAULT =
            new TabularLimits(200L << 20, 2L << 30, 200, 256L << 20, 2000, 200, 200_000);

    static final long RATIO_HEEDED_FROM = 16L << 20;
}
