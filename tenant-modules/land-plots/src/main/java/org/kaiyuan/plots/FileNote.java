package org.kaiyuan.plots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kaiyuan.plots.ground.Ground.ShapeFaultFound;
import org.kaiyuan.plots.ground.GroundFault;
import org.kaiyuan.plots.ground.GroundRecord;
import org.kaiyuan.plots.ground.Repair;

/**
 * A sentence about a file or one of its plots, by line and plot.
 *
 * @param key of a message that says what to do
 */
public record FileNote(String key, List<Object> arguments) {
    public FileNote {
        arguments = List.copyOf(arguments);
    }

    static FileNote of(GroundFault fault) {
        return new FileNote(fault.key(), Arrays.asList(fault.arguments()));
    }

    static FileNote of(Repair repair) {
        return new FileNote(repair.key(), Arrays.asList(repair.arguments()));
    }

    static FileNote of(ShapeFaultFound fault, GroundRecord record) {
        return new FileNote(ShapeFaultFound.KEY, Arrays.asList(fault.arguments(record)));
    }

    /** @param what the end of the message's key, which is given line, plot and the details */
    static FileNote of(String what, GroundRecord record, Object... details) {
        var arguments = new ArrayList<Object>();
        arguments.add(Integer.toString(record.line()));
        arguments.add(record.label());
        arguments.addAll(Arrays.asList(details));
        return new FileNote("plots.import." + what, arguments);
    }
}
