package org.kaiyuan.plots.ground;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The national coordinate text, as it is meant to be: 8 fields, closed rings, eastings with the zone's number. */
final class CoordinateTextWriting {
    private static final int DECIMALS = 3;
    private static final String END = "\r\n";

    private CoordinateTextWriting() {}

    static byte[] write(List<GroundRecord> records, WritingOptions options) {
        var crs = GroundWriter.zoneOfAll(records, options);
        if (crs != null && crs.geographic()) {
            throw new IllegalArgumentException("A coordinate text wants a zone");
        }
        var text = new StringBuilder();
        var produced = options.producedOn();
        text.append("[属性描述]").append(END);
        text.append("格式版本号=1.01版本").append(END);
        text.append("数据产生单位=").append(field(options.producer())).append(END);
        text.append("数据产生日期=").append(produced == null ? "" : produced).append(END);
        text.append("坐标系=2000国家大地坐标系").append(END);
        text.append("几度分带=3").append(END);
        text.append("投影类型=高斯克吕格").append(END);
        text.append("计量单位=米").append(END);
        text.append("带号=").append(crs == null ? "" : crs.zone()).append(END);
        text.append("精度=0.001").append(END);
        text.append("转换参数=,,,,,,").append(END);
        text.append("[地块坐标]").append(END);
        for (var record : records) {
            plot(record, crs == null ? Crs.withPrefix(record.shape().zone()) : crs, text);
        }
        return text.toString().getBytes(options.charset());
    }

    private static void plot(GroundRecord record, Crs crs, StringBuilder text) {
        var shape = Ground.normalised(record.shape().in(crs));
        int count = shape.geometry().getNumPoints();
        var fields =
                new ArrayList<>(
                        List.of(
                                Integer.toString(count),
                                hectares(record),
                                field(record.number()),
                                field(record.name()),
                                "面",
                                field(
                                        record.attributes()
                                                .getOrDefault(CoordinateTextReading.SHEET, "")),
                                field(record.useName()),
                                field(record.useCode())));
        text.append(String.join(",", fields)).append(",@").append(END);
        int point = 1;
        int ringNumber = 1;
        for (var polygon : Ground.polygons(shape.geometry())) {
            for (var ring : GroundWriter.rings(polygon)) {
                int first = point;
                var points = ring.getCoordinates();
                for (int i = 0; i < points.length; i++) {
                    boolean back = i == points.length - 1;
                    text.append('J').append(back ? first : point++).append(',');
                    text.append(ringNumber).append(',');
                    text.append(GroundWriter.decimal(points[i].y, DECIMALS)).append(',');
                    text.append(GroundWriter.decimal(points[i].x, DECIMALS)).append(END);
                }
                ringNumber++;
            }
        }
    }

    /** The declared area to the last digit, or the computed one. */
    private static String hectares(GroundRecord record) {
        var declared = record.declaredAreaM2();
        if (declared == null) {
            return GroundWriter.decimal(Ground.areaM2(record.shape()) / 10_000, 4);
        }
        var hectares = declared.divide(BigDecimal.valueOf(10_000)).stripTrailingZeros();
        return hectares.setScale(Math.max(4, hectares.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Commas part the fields and a line ends them. */
    private static String field(String text) {
        return text.replace(',', '，').replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }
}
