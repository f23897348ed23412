package org.kaiyuan.plots.ground;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** GeoJSON as RFC 7946 has it, shells counter-clockwise; with a {@code crs} where it is not in degrees. */
final class GeoJsonWriting {
    private GeoJsonWriting() {}

    static byte[] write(List<GroundRecord> records, WritingOptions options) {
        var asked = options.crs();
        var crs = asked == null ? Crs.GEOGRAPHIC : asked;
        var out = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            if (!crs.geographic()) {
                json.writeObjectPropertyStart("crs");
                json.writeStringProperty("type", "name");
                json.writeObjectPropertyStart("properties");
                json.writeStringProperty("name", "urn:ogc:def:crs:EPSG::" + crs.epsg());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeArrayPropertyStart("features");
            for (var record : records) {
                json.writeRaw('\n');
                feature(record, crs, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void feature(GroundRecord record, Crs crs, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("name", record.name());
        GroundWriter.properties(record)
                .forEach((key, value) -> {
                    if (key.equals("areaM2")) {
                        json.writeName(key);
                        json.writeNumber(value);
                    } else if (!key.equals("name")) {
                        json.writeStringProperty(key, value);
                    }
                });
        json.writeEndObject();
        var polygons = Ground.polygons(record.shape().in(crs).geometry());
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", polygons.size() == 1 ? "Polygon" : "MultiPolygon");
        json.writeName("coordinates");
        if (polygons.size() > 1) {
            json.writeStartArray();
        }
        for (var polygon : polygons) {
            json.writeStartArray();
            var rings = GroundWriter.rings(polygon);
            for (int i = 0; i < rings.size(); i++) {
                json.writeStartArray();
                for (var point : Rings.turned(rings.get(i), i == 0).getCoordinates()) {
                    json.writeStartArray();
                    json.writeNumber(GroundWriter.east(point, crs));
                    json.writeNumber(GroundWriter.north(point, crs));
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        if (polygons.size() > 1) {
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
