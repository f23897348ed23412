package org.kaiyuan.ui.plots;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.shell.ForeignPictures;
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
        @DefaultValue("18") int maxZoom)
        implements ForeignPictures {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<scheme>https?)://(?<host>[A-Za-z0-9{}-]+(\\.[A-Za-z0-9-]+)*)(?<port>(:\\d+)?)(?=[/?]|$)");

    /** How pictures are asked for. */
    enum Kind {
        XYZ,
        WMTS
    }

    MapSettings {
        if (url != null && !url.isBlank() && !ADDRESS.matcher(url).lookingAt()) {
            throw new IllegalArgumentException(
                    "kaiyuan.map.url must begin with http:// or https:// and a host: " + url);
        }
    }

    /** A host may begin with a choice of servers, such as {@code t{0-7}} or {@code {a-c}}. */
    @Override
    public Stream<String> origins() {
        if (base() == null) {
            return Stream.empty();
        }
        var address = ADDRESS.matcher(Objects.requireNonNull(url));
        if (!address.lookingAt()) {
            return Stream.empty();
        }
        var host = address.group("host");
        return Stream.of(
                address.group("scheme")
                        + "://"
                        + (host.contains("{") ? "*" + host.substring(host.indexOf('.')) : host)
                        + address.group("port"));
    }

    GroundMap.@Nullable Base base() {
        return url == null || url.isBlank()
                ? null
                : new GroundMap.Base(
                        kind.name(), url, attribution, layer, matrixSet, format, maxZoom);
    }
}
