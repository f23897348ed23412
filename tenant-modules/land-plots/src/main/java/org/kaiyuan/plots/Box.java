package org.kaiyuan.plots;

/** A rectangle of the map, in degrees of longitude and latitude (CGCS2000). */
public record Box(double west, double south, double east, double north) {
    /** @throws PlotFieldsRefused when it is none */
    public Box {
        if (!(west <= east
                && south <= north
                && west >= -180
                && east <= 180
                && south >= -90
                && north <= 90)) {
            throw new PlotFieldsRefused("bbox", "plots.rule.box");
        }
    }

    /** @throws PlotFieldsRefused unless it is four numbers: west, south, east, north */
    public static Box of(String text) {
        var parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new PlotFieldsRefused("bbox", "plots.rule.box");
        }
        try {
            return new Box(
                    Double.parseDouble(parts[0].strip()),
                    Double.parseDouble(parts[1].strip()),
                    Double.parseDouble(parts[2].strip()),
                    Double.parseDouble(parts[3].strip()));
        } catch (NumberFormatException e) {
            throw new PlotFieldsRefused("bbox", "plots.rule.box");
        }
    }
}
