package org.kaiyuan.ui.kit;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Pieces of ground as the GeoJSON that the map reads; degrees with nine decimals, a tenth of a millimetre. */
final class MapText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final double NINE_DECIMALS = 1e9;

    private MapText() {}

    static String of(Stream<GroundMap.Piece> pieces) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            pieces.forEach(piece -> write(json, piece));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, GroundMap.Piece piece) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        if (!piece.id().isEmpty()) {
            json.writeStringProperty("id", piece.id()); // two of one id are one on the map
        }
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("c", piece.kind());
        json.writeStringProperty("n", piece.label());
        json.writeStringProperty("t", piece.title());
        json.writeBooleanProperty("h", piece.dashed());
        json.writeEndObject();
        json.writeName("geometry");
        write(json, piece.shape());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Geometry shape) {
        json.writeStartObject();
        if (shape instanceof Polygon polygon) {
            json.writeStringProperty("type", "Polygon");
            json.writeName("coordinates");
            rings(json, polygon);
        } else {
            json.writeStringProperty("type", "MultiPolygon");
            json.writeArrayPropertyStart("coordinates");
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                rings(json, (Polygon) shape.getGeometryN(part));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void rings(JsonGenerator json, Polygon polygon) {
        json.writeStartArray();
        ring(json, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            ring(json, polygon.getInteriorRingN(hole));
        }
        json.writeEndArray();
    }

    private static void ring(JsonGenerator json, LineString ring) {
        json.writeStartArray();
        Arrays.stream(ring.getCoordinates()).forEach(point -> point(json, point));
        json.writeEndArray();
    }

    private static void point(JsonGenerator json, Coordinate point) {
        json.writeStartArray();
        json.writeNumber(Math.round(point.x * NINE_DECIMALS) / NINE_DECIMALS);
        json.writeNumber(Math.round(point.y * NINE_DECIMALS) / NINE_DECIMALS);
        json.writeEndArray();
    }
}
