package org.kaiyuan.bench;

import java.util.List;
import org.kaiyuan.plots.PlotMap.MapPlot;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** A map's plots as long as {@code ui.kit.MapText} writes them for the page: GeoJSON, seven decimals of a degree. */
final class PlotText {
    private static final double SEVEN_DECIMALS = 1e7;

    private PlotText() {}

    static String of(List<MapPlot> plots) {
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (var plot : plots) {
            text.append("{\"type\":\"Feature\",\"id\":\"")
                    .append(plot.id())
                    .append("\",\"properties\":{\"c\":\"")
                    .append(plot.state())
                    .append("\",\"n\":\"")
                    .append(plot.number())
                    .append("\",\"t\":\"已供未建\",\"h\":")
                    .append(plot.held())
                    .append("},\"geometry\":");
            geometry(plot.shape(), text);
            text.append("},");
        }
        return text.append("]}").toString();
    }

    private static void geometry(Geometry shape, StringBuilder text) {
        text.append("{\"type\":\"").append(shape.getGeometryType()).append("\",\"coordinates\":[");
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            var polygon = (Polygon) shape.getGeometryN(part);
            ring(polygon.getExteriorRing(), text);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                ring(polygon.getInteriorRingN(hole), text);
            }
        }
        text.append("]}");
    }

    private static void ring(LineString ring, StringBuilder text) {
        text.append('[');
        for (var point : ring.getCoordinates()) {
            text.append('[')
                    .append(Math.round(point.x * SEVEN_DECIMALS) / SEVEN_DECIMALS)
                    .append(',')
                    .append(Math.round(point.y * SEVEN_DECIMALS) / SEVEN_DECIMALS)
                    .append("],");
        }
        text.append("],");
    }
}
