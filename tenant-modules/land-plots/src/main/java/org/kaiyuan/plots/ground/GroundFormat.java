package org.kaiyuan.plots.ground;

/** The files that carry shapes, told apart by their content and never by their name. */
public enum GroundFormat {
    /** The national coordinate text (报部坐标文本). */
    COORDINATE_TEXT("txt", "text/plain"),
    GEOJSON("geojson", "application/geo+json"),
    /** KML, and KMZ when read. */
    KML("kml", "application/vnd.google-earth.kml+xml"),
    /** One shape a line, with {@code SRID=…;} before it or without. */
    WKT("wkt", "text/plain"),
    /** A Shapefile with all its parts in one zip. */
    SHAPEFILE("zip", "application/zip");

    private final String extension;
    private final String mediaType;

    GroundFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Without a dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
