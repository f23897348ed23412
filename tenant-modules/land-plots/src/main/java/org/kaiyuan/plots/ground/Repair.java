package org.kaiyuan.plots.ground;

/**
 * What a reader had to assume to read a plot. The plot's shape is the repaired one; a person has to agree before
 * it is used.
 */
public sealed interface Repair permits Repair.SwappedAxes, Repair.WrongZone, Repair.NoZone {
    /** Where the plot begins in the file. */
    int line();

    /** Its number and name. */
    String plot();

    /** Of a message that says what would be done. */
    String key();

    /** What the message wants: line, plot, details. */
    Object[] arguments();

    /** East and north were written the other way round; they were exchanged. */
    record SwappedAxes(int line, String plot) implements Repair {
        @Override
        public String key() {
            return "plots.file.swappedAxes";
        }

        @Override
        public Object[] arguments() {
            return GroundFault.arguments(line, plot);
        }
    }

    /**
     * The file declares one zone (带号) and the eastings begin with another; the eastings were believed. Read
     * again with {@link ReadingOptions#zone} to believe the file.
     */
    record WrongZone(int line, String plot, int declared, int found) implements Repair {
        @Override
        public String key() {
            return "plots.file.wrongZone";
        }

        @Override
        public Object[] arguments() {
            return GroundFault.arguments(line, plot, declared, found);
        }
    }

    /** Nothing tells the zone; the usual one of these parts was taken. */
    record NoZone(int line, String plot, int taken) implements Repair {
        @Override
        public String key() {
            return "plots.file.zoneTaken";
        }

        @Override
        public Object[] arguments() {
            return GroundFault.arguments(line, plot, taken);
        }
    }
}
