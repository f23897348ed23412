package org.kaiyuan.plots.ground;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/** A ring as it stands in a file: pairs of numbers of which nobody knows yet what they are. */
final class RawRing {
    private double[] east = new double[8];
    private double[] north = new double[8];
    private int[] line = new int[8];
    private int size;

    /** @param line where it stands, for faults */
    void add(double east, double north, int line) {
        if (size == this.line.length) {
            int larger = 2 * size;
            this.east = Arrays.copyOf(this.east, larger);
            this.north = Arrays.copyOf(this.north, larger);
            this.line = Arrays.copyOf(this.line, larger);
        }
        this.east[size] = east;
        this.north[size] = north;
        this.line[size] = line;
        size++;
    }

    int size() {
        return size;
    }

    double east(int i) {
        return east[i];
    }

    double north(int i) {
        return north[i];
    }

    int line(int i) {
        return line[i];
    }

    boolean isAt(int i, double otherEast, double otherNorth) {
        return east[i] == otherEast && north[i] == otherNorth;
    }

    boolean isClosed() {
        return size > 3 && isAt(0, east[size - 1], north[size - 1]);
    }

    static RawRing of(Coordinate[] points, int line) {
        var ring = new RawRing();
        for (var point : points) {
            ring.add(point.x, point.y, line);
        }
        return ring;
    }
}
