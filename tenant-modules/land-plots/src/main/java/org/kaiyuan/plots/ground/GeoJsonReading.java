package org.kaiyuan.plots.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON in any order of its members. Without a {@code crs} (which RFC 7946 dropped and everybody here writes)
 * the numbers tell whether they are degrees or metres. Properties that are lists or objects are left out.
 */
final class GeoJsonReading {
    private static final int DEPTH = 6;
    private static final Set<String> KINDS =
            Set.of(
                    "Point",
                    "MultiPoint",
                    "LineString",
                    "MultiLineString",
                    "Polygon",
                    "MultiPolygon",
                    "GeometryCollection");

    private final FileText file;
    private final Findings findings;
    private final List<Feature> features = new ArrayList<>();
    private @Nullable String crsName;
    private int crsLine;

    GeoJsonReading(FileText file, ReadingOptions options) {
        this.file = file;
        findings = new Findings(options);
    }

    /** A position, or a list of such things. */
    private sealed interface Nested {}

    private record Position(double east, double north, int line) implements Nested {}

    private record Many(List<Nested> items) implements Nested {}

    private static final class Shape {
        String type = "";
        @Nullable Nested coordinates;
        final List<Shape> members = new ArrayList<>();
    }

    private static final class Feature {
        final Draft draft;
        @Nullable Shape shape;
        Unreadable.@Nullable Plot broken;

        Feature(Draft draft) {
            this.draft = draft;
        }
    }

    GroundReading read() throws Unreadable.File {
        try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), file.text())) {
            json.nextToken();
            root(json);
            if (json.nextToken() != null) {
                throw new Unreadable.File(line(json), "jsonBroken");
            }
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new Unreadable.File(
                    where == null ? 0 : Math.max(0, where.getLineNr()), "jsonBroken");
        }
        var declared = Placement.Declared.NOTHING;
        if (crsName != null) {
            declared = CrsWords.named(crsName);
            if (declared == null) {
                throw new Unreadable.File(crsLine, "crsUnknown", crsName);
            }
        }
        for (var feature : features) {
            record(feature, declared);
        }
        return findings.reading(GroundFormat.GEOJSON, file.charset());
    }

    /** A collection, a feature, or a bare shape: told by the members, not by the type that comes last. */
    private void root(JsonParser json) throws Unreadable.File {
        var alone = new Feature(new Draft(line(json), 1));
        var bare = new Shape();
        boolean collection = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var member = json.currentName();
            json.nextToken();
            switch (member) {
                case "type" -> bare.type = scalar(json);
                case "crs" -> crs(json);
                case "features" -> {
                    collection = true;
                    features(json);
                }
                case "coordinates" -> bare.coordinates = nested(json, 0);
                case "geometries" -> members(json, bare, 1);
                case "geometry" -> alone.shape = shape(json, 1);
                case "properties" -> properties(json, alone);
                case "id" -> identity(json, alone);
                default -> json.skipChildren();
            }
        }
        if (collection) {
            return;
        }
        if (bare.type.equals("Feature")) {
            features.add(alone);
        } else if (KINDS.contains(bare.type)) {
            alone.shape = bare;
            features.add(alone);
        } else {
            throw new Unreadable.File("unknownFormat");
        }
    }

    private void features(JsonParser json) throws Unreadable.File {
        expect(json, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var feature = new Feature(findings.draft(line(json)));
            features.add(feature);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var member = json.currentName();
                json.nextToken();
                switch (member) {
                    case "geometry" -> feature.shape = shape(json, 1);
                    case "properties" -> properties(json, feature);
                    case "id" -> identity(json, feature);
                    default -> json.skipChildren();
                }
            }
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new Unreadable.File(line(json), "jsonBroken");
        }
    }

    private void crs(JsonParser json) throws Unreadable.File {
        crsLine = line(json);
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            crsName = json.getString();
            return;
        }
        expect(json, JsonToken.START_OBJECT);
        String name = "?";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var member = json.currentName();
            json.nextToken();
            if (!member.equals("properties") || json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var property = json.currentName();
                json.nextToken();
                var value = scalar(json);
                if (property.equals("name")) {
                    name = value;
                } else if (property.equals("code")) {
                    name = "EPSG:" + value;
                }
            }
        }
        crsName = name;
    }

    private static void identity(JsonParser json, Feature feature) {
        var id = scalar(json);
        if (!id.isEmpty()) {
            feature.draft.attributes.put("id", id);
        }
    }

    private void properties(JsonParser json, Feature feature) throws Unreadable.File {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = json.currentName();
            json.nextToken();
            var value = scalar(json);
            try {
                feature.draft.attribute(key, value.strip());
            } catch (Unreadable.Plot unreadable) {
                feature.broken = unreadable;
            }
        }
    }

    private @Nullable Shape shape(JsonParser json, int depth) throws Unreadable.File {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        expect(json, JsonToken.START_OBJECT);
        var shape = new Shape();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var member = json.currentName();
            json.nextToken();
            switch (member) {
                case "type" -> shape.type = scalar(json);
                case "coordinates" -> shape.coordinates = nested(json, 0);
                case "geometries" -> members(json, shape, depth + 1);
                default -> json.skipChildren();
            }
        }
        return shape;
    }

    private void members(JsonParser json, Shape collection, int depth) throws Unreadable.File {
        expect(json, JsonToken.START_ARRAY);
        if (depth > DEPTH) {
            throw new Unreadable.File(line(json), "jsonBroken");
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var member = shape(json, depth);
            if (member != null) {
                collection.members.add(member);
            }
        }
    }

    private Nested nested(JsonParser json, int depth) throws Unreadable.File {
        expect(json, JsonToken.START_ARRAY);
        if (depth > DEPTH) {
            throw new Unreadable.File(line(json), "jsonBroken");
        }
        int line = line(json);
        var items = new ArrayList<Nested>();
        double east = Double.NaN;
        double north = Double.NaN;
        int numbers = 0;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY && numbers == 0) {
                items.add(nested(json, depth + 1));
            } else if (token != null && token.isNumeric() && items.isEmpty()) {
                numbers++;
                east = numbers == 1 ? json.getDoubleValue() : east;
                north = numbers == 2 ? json.getDoubleValue() : north;
            } else {
                throw new Unreadable.File(line(json), "jsonPosition");
            }
        }
        if (numbers == 0) {
            return new Many(items);
        }
        findings.count(1);
        return new Position(east, north, line);
    }

    private void record(Feature feature, Placement.Declared declared) {
        var draft = feature.draft;
        try {
            if (feature.broken != null) {
                throw feature.broken;
            }
            if (feature.shape == null) {
                throw new Unreadable.Plot(draft.line, draft.label(), "noRings");
            }
            polygons(feature.shape, draft);
            findings.record(draft.record(declared, findings.options, null));
        } catch (Unreadable.Plot unreadable) {
            findings.fault(unreadable);
        }
    }

    private static void polygons(Shape shape, Draft draft) throws Unreadable.Plot {
        switch (shape.type) {
            case "Polygon" -> polygon(shape.coordinates, draft);
            case "MultiPolygon" -> {
                for (var polygon : items(shape.coordinates, draft)) {
                    polygon(polygon, draft);
                }
            }
            case "GeometryCollection" -> {
                for (var member : shape.members) {
                    polygons(member, draft);
                }
            }
            default ->
                    throw new Unreadable.Plot(draft.line, draft.label(), "notGround", shape.type);
        }
    }

    private static void polygon(@Nullable Nested coordinates, Draft draft) throws Unreadable.Plot {
        var rings = new ArrayList<RawRing>();
        for (var points : items(coordinates, draft)) {
            var ring = new RawRing();
            for (var point : items(points, draft)) {
                if (!(point instanceof Position at) || Double.isNaN(at.north())) {
                    throw new Unreadable.Plot(draft.line, draft.label(), "jsonRings");
                }
                ring.add(at.east(), at.north(), at.line());
            }
            rings.add(ring);
        }
        draft.polygon(rings);
    }

    /** Never empty. */
    private static List<Nested> items(@Nullable Nested nested, Draft draft) throws Unreadable.Plot {
        if (nested instanceof Many many && !many.items().isEmpty()) {
            return many.items();
        }
        throw new Unreadable.Plot(draft.line, draft.label(), "jsonRings");
    }

    /** Empty for null, and for lists and objects, which are passed over. */
    private static String scalar(JsonParser json) {
        var token = json.currentToken();
        if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
            json.skipChildren();
            return "";
        }
        return token == JsonToken.VALUE_NULL ? "" : String.valueOf(json.getString());
    }

    private static void expect(JsonParser json, JsonToken token) throws Unreadable.File {
        if (json.currentToken() != token) {
            throw new Unreadable.File(line(json), "jsonBroken");
        }
    }

    private static int line(JsonParser json) {
        return Math.max(0, json.currentTokenLocation().getLineNr());
    }
}
