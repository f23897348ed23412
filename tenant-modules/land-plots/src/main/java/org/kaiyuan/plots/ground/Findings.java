package org.kaiyuan.plots.ground;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader has found so far, within the limits. */
final class Findings {
    final ReadingOptions options;
    final Map<String, String> header = new LinkedHashMap<>();
    private final List<GroundRecord> records = new ArrayList<>();
    private final List<GroundFault> faults = new ArrayList<>();
    private int points;
    private int drafts;
    private boolean cut;

    Findings(ReadingOptions options) {
        this.options = options;
    }

    Draft draft(int line) throws Unreadable.File {
        if (drafts == GroundLimits.RECORDS) {
            throw new Unreadable.File("recordsMany", GroundLimits.RECORDS);
        }
        drafts++;
        return new Draft(line, drafts);
    }

    /** To be called before points are kept. */
    void count(int more) throws Unreadable.File {
        if (more > GroundLimits.POINTS - points) {
            throw new Unreadable.File("pointsMany", GroundLimits.POINTS);
        }
        points += more;
    }

    void record(GroundRecord record) {
        records.add(record);
    }

    void fault(Unreadable.Plot unreadable) {
        if (faults.size() < GroundLimits.FAULTS) {
            faults.add(unreadable.fault());
        } else if (!cut) {
            faults.add(GroundFault.of(0, "", "faultsMany", GroundLimits.FAULTS));
            cut = true;
        }
    }

    GroundReading reading(GroundFormat format, @Nullable Charset charset) {
        if (records.isEmpty() && faults.isEmpty()) {
            faults.add(GroundFault.of(0, "", "nothing"));
        }
        return new GroundReading(format, charset, header, records, faults);
    }
}
