package org.kaiyuan.plots.ground;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A record while it is being read. */
final class Draft {
    final int line;
    final List<RawRing> rings = new ArrayList<>();

    /** Rings of each polygon, shell first, for formats that say so. */
    final List<Integer> ringsOfPolygons = new ArrayList<>();

    final Map<String, String> attributes = new LinkedHashMap<>();
    String number = "";
    String name = "";
    String useCode = "";
    String useName = "";
    @Nullable DeclaredArea declaredArea;

    private final int order;

    /** @param order of the record in its file, from 1, to name it by if it has no name */
    Draft(int line, int order) {
        this.line = line;
        this.order = order;
    }

    String label() {
        var label = GroundRecord.label(number, name);
        return label.isEmpty() ? "#" + order : label;
    }

    void polygon(List<RawRing> shellAndHoles) {
        rings.addAll(shellAndHoles);
        ringsOfPolygons.add(shellAndHoles.size());
    }

    /** Known words go to where they belong, all others stay attributes. */
    void attribute(String key, String value) throws Unreadable.Plot {
        if (value.length() > GroundLimits.ATTRIBUTE_CHARACTERS) {
            throw new Unreadable.Plot(
                    line, label(), "attributeLong", key, GroundLimits.ATTRIBUTE_CHARACTERS);
        }
        if (value.isEmpty() || FieldWords.take(this, key, value)) {
            return;
        }
        attributes.put(key.isBlank() ? "?" : key, value);
        if (attributes.size() > GroundLimits.ATTRIBUTES) {
            throw new Unreadable.Plot(line, label(), "attributesMany", GroundLimits.ATTRIBUTES);
        }
    }

    /** @param assembly null to take {@link #ringsOfPolygons} */
    GroundRecord record(
            Placement.Declared declared,
            ReadingOptions options,
            @Nullable Function<List<Coordinate[]>, Geometry> assembly)
            throws Unreadable.Plot {
        for (var word : List.of(number, name, useCode, useName)) {
            if (word.length() > GroundLimits.ATTRIBUTE_CHARACTERS) {
                throw new Unreadable.Plot(
                        line, label(), "attributeLong", word, GroundLimits.ATTRIBUTE_CHARACTERS);
            }
        }
        if (rings.isEmpty()) {
            throw new Unreadable.Plot(line, label(), "noRings");
        }
        if (rings.size() > GroundLimits.RINGS) {
            throw new Unreadable.Plot(line, label(), "ringsMany", GroundLimits.RINGS);
        }
        var placed = new Placement(line, label(), options).place(rings, declared);
        var assemble = assembly == null ? Rings.grouped(ringsOfPolygons) : assembly;
        // the order of turning is lost where the axes were exchanged
        var geometry =
                placed.swapped() && ringsOfPolygons.isEmpty()
                        ? Rings.nested(placed.rings())
                        : assemble.apply(placed.rings());
        var shape = new GroundShape(Rings.normalised(geometry), placed.crs());
        if (!shape.isInChina()) {
            var corner = placed.rings().get(0)[0];
            throw new Unreadable.Plot(
                    line,
                    label(),
                    "outsideChina",
                    GroundWriter.decimal(corner.x, 3),
                    GroundWriter.decimal(corner.y, 3));
        }
        var area = declaredArea;
        BigDecimal areaM2 = area == null ? null : area.squareMetres(shape);
        return new GroundRecord(
                shape, number, name, areaM2, useCode, useName, attributes, line, placed.repairs());
    }
}
