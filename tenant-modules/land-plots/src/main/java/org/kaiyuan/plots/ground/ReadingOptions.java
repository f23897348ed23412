package org.kaiyuan.plots.ground;

import org.jspecify.annotations.Nullable;

/**
 * What somebody knows about a file beyond what it says.
 *
 * @param zone the 3° zone that a person has decided on; it overrules whatever the file says
 * @param usualZone the 3° zone in which the tenant lies; proposed where a file tells none
 */
public record ReadingOptions(@Nullable Integer zone, @Nullable Integer usualZone) {
    public static final ReadingOptions NONE = new ReadingOptions(null, null);

    public ReadingOptions {
        if (zone != null) {
            Crs.withPrefix(zone);
        }
        if (usualZone != null) {
            Crs.withPrefix(usualZone);
        }
    }

    public static ReadingOptions zone(int zone) {
        return new ReadingOptions(zone, null);
    }

    public static ReadingOptions usualZone(int zone) {
        return new ReadingOptions(null, zone);
    }
}
