package org.kaiyuan.plots.domain;

import org.jspecify.annotations.Nullable;

/**
 * Whether chemistry may stand on a piece of ground, as far as the layers say.
 *
 * @param nearRiver at most 1 km from a river or lake; null where the zone has no such layer
 * @param inChemicalPark wholly inside a sub-park that is named 化工; null where the zone has none
 */
public record ChemicalSite(@Nullable Boolean nearRiver, @Nullable Boolean inChemicalPark) {
    public static final ChemicalSite UNKNOWN = new ChemicalSite(null, null);
}
