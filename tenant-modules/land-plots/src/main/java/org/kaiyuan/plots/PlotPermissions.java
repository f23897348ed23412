package org.kaiyuan.plots;

/** What one may be allowed to do with land. */
public final class PlotPermissions {
    public static final String READ = "plots:read";
    public static final String WRITE = "plots:write";

    /** Bringing plots and layers from files. */
    public static final String IMPORT = "plots:import";

    /** Taking plots and layers away as files. */
    public static final String EXPORT = "plots:export";

    /** Moving a plot from state to state: supply, construction, recovery. */
    public static final String SUPPLY = "plots:supply";

    /** Holding a plot for a lead. */
    public static final String RESERVE = "plots:reserve";

    /** Keeping the layers that the gates ask. */
    public static final String LAYERS = "plots:layers";

    /** Seeing buildings, floors, units, leases and rent, and no land. */
    public static final String FLOORS_READ = "plots:floors-read";

    /** Keeping buildings, floors and units. */
    public static final String FLOORS_WRITE = "plots:floors-write";

    /** Signing, changing and ending leases, and recording what was paid. */
    public static final String LEASES = "plots:leases";

    private PlotPermissions() {}
}
