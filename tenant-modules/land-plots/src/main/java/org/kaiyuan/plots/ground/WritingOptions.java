package org.kaiyuan.plots.ground;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a file of shapes is to be written.
 *
 * @param crs null for what suits the format: degrees in GeoJSON and KML; each record's own zone, with the prefix, in
 *     coordinate texts and WKT; the zone of all records in Shapefiles, or degrees if they lie in several. KML
 *     knows degrees only, coordinate texts know zones only, and ground is not given further than one zone off
 * @param charset UTF-8 or GB18030; heeded by coordinate texts and Shapefiles, all else is UTF-8
 * @param producer 数据产生单位, in coordinate texts
 * @param producedOn 数据产生日期, in coordinate texts
 */
public record WritingOptions(
        @Nullable Crs crs, Charset charset, String producer, @Nullable LocalDate producedOn) {
    public static final Charset GB18030 = FileText.GB18030;

    public static final WritingOptions USUAL =
            new WritingOptions(null, StandardCharsets.UTF_8, "", null);

    public WritingOptions {
        if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(GB18030)) {
            throw new IllegalArgumentException(charset + " is not written");
        }
    }

    public WritingOptions in(Crs target) {
        return new WritingOptions(target, charset, producer, producedOn);
    }

    public WritingOptions in(Charset target) {
        return new WritingOptions(crs, target, producer, producedOn);
    }
}
