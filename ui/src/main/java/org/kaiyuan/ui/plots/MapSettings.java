package org.kaiyuan.ui.plots;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.ui.kit.GroundMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pictures beneath the map, such as 天地图; none unless an address is set, so that nothing is asked of the internet.
 *
 * @param url with {@code {z}}, {@code {x}} and {@code {y}} for XYZ; the service's address for WMTS. A key that it
 *     holds is seen by everybody who sees the map
 * @param kind XYZ or WMTS
 * @param attribution whose pictures they are; shown in the map
 * @param layer of a WMTS, such as vec
 * @param matrixSet of a WMTS, such as w; its levels must be those of the web's usual squares
 * @param format of a WMTS, such as tiles
 */
@ConfigurationProperties("kaiyuan.map")
record MapSettings(
        @Nullable String url,
        @DefaultValue("XYZ") Kind kind,
        @DefaultValue("") String attribution,
        @DefaultValue("vec") String layer,
        @DefaultValue("w") String matrixSet,
        @DefaultValue("tiles") String format,
        @DefaultValue("18") int maxZoom) {
    /** How pictures are asked for. */
    enum Kind {
        XYZ,
        WMTS
    }

    GroundMap.@Nullable Base base() {
        return url == null || url.isBlank()
                ? null
                : new GroundMap.Base(
                        kind.name(), url, attribution, layer, matrixSet, format, maxZoom);
    }
}
