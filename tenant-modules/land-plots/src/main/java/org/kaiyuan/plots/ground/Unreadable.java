package org.kaiyuan.plots.ground;

/** Carries a fault from where it is found to where it is noted; none leaves this package. */
abstract sealed class Unreadable extends Exception {
    private final transient GroundFault fault;

    Unreadable(GroundFault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    GroundFault fault() {
        return fault;
    }

    /** The rest of the file may still be read. */
    static final class Plot extends Unreadable {
        Plot(int line, String plot, String fault, Object... details) {
            super(GroundFault.of(line, plot, fault, details));
        }
    }

    /** Nothing of the file is used. */
    static final class File extends Unreadable {
        File(String fault, Object... details) {
            super(GroundFault.of(0, "", fault, details));
        }

        File(int line, String fault, Object... details) {
            super(GroundFault.of(line, "", fault, details));
        }
    }
}
