package org.kaiyuan.plots.ground;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a file.
 *
 * @param format null where it was not recognised
 * @param charset of its texts; null where it was not found out
 * @param header what the file says of itself, such as 数据产生单位
 * @param records those plots that were read in full; a plot with a fault is not among them
 * @param faults none in a file that was read in full
 */
public record GroundReading(
        @Nullable GroundFormat format,
        @Nullable Charset charset,
        Map<String, String> header,
        List<GroundRecord> records,
        List<GroundFault> faults) {
    public GroundReading {
        header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        records = List.copyOf(records);
        faults = List.copyOf(faults);
    }

    /** Whether all of the file was read. */
    public boolean complete() {
        return faults.isEmpty();
    }

    /** Whether it can be used without asking anybody. */
    public boolean certain() {
        return complete() && repairs().isEmpty();
    }

    /** What was assumed for any of the records. */
    public List<Repair> repairs() {
        return records.stream().flatMap(record -> record.repairs().stream()).toList();
    }

    static GroundReading failed(
            @Nullable GroundFormat format, @Nullable Charset charset, GroundFault fault) {
        return new GroundReading(format, charset, Map.of(), List.of(), List.of(fault));
    }
}
