package org.kaiyuan.plots.ground;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Shapes for tests: random ones by a seed, which a failing test names, and plain rectangles. */
public final class SomeGround {
    public final Random random;

    public SomeGround(long seed) {
        random = new Random(seed);
    }

    /** In one of the zones 33 to 36, coordinates to 0.1 mm: one to three star-like polygons with up to three holes. */
    public GroundShape shape() {
        int zone = 33 + random.nextInt(4);
        double north = 2_900_000 + random.nextDouble() * 900_000;
        double east = zone * 1e6 + 500_000 + (random.nextDouble() - 0.5) * 260_000;
        int pieces = 1 + random.nextInt(3);
        var polygons = new ArrayList<Polygon>();
        for (int i = 0; i < pieces; i++) {
            polygons.add(star(east + i * 1500, north, 100 + random.nextDouble() * 500));
        }
        return new GroundShape(Rings.collected(polygons), Crs.withPrefix(zone));
    }

    private Polygon star(double east, double north, double size) {
        int corners = 8 + random.nextInt(40);
        var holes = new ArrayList<LinearRing>();
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
            double angle = 2 * Math.PI * i / many;
            double away = size * 0.3;
            holes.add(
                    ring(
                            east + away * Math.cos(angle),
                            north + away * Math.sin(angle),
                            size * 0.06,
                            size * 0.12,
                            4 + random.nextInt(8)));
        }
        return Rings.FACTORY.createPolygon(
                ring(east, north, size * 0.6, size, corners), holes.toArray(LinearRing[]::new));
    }

    private LinearRing ring(double east, double north, double least, double most, int corners) {
        var points = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = -2 * Math.PI * i / corners;
            double away = least + random.nextDouble() * (most - least);
            points[i] =
                    new Coordinate(
                            grid(east + away * Math.cos(angle)),
                            grid(north + away * Math.sin(angle)));
        }
        points[corners] = points[0].copy();
        return Rings.FACTORY.createLinearRing(points);
    }

    private static double grid(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }

    GroundRecord record(int number) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("备注", "第" + number + "号，\"引号\" <尖括号> & 逗号,");
        return new GroundRecord(
                shape(),
                "K-" + number,
                "地块" + number + "号",
                BigDecimal.valueOf(random.nextInt(100, 10_000_000), 2),
                "100102",
                "二类工业用地",
                attributes,
                number,
                List.of());
    }

    /** In zone 35 with the prefix. */
    public static GroundShape rectangle(double east, double north, double width, double height) {
        return new GroundShape(
                Rings.FACTORY.createPolygon(box(east, north, width, height)), Crs.withPrefix(35));
    }

    /** Clockwise from the north-west. */
    static Coordinate[] box(double east, double north, double width, double height) {
        return new Coordinate[] {
            new Coordinate(east, north),
            new Coordinate(east + width, north),
            new Coordinate(east + width, north - height),
            new Coordinate(east, north - height),
            new Coordinate(east, north)
        };
    }
}
