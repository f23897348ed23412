package org.kaiyuan.leads;

import java.util.List;

/**
 * A gate that refuses, and what it misses.
 *
 * @param missing names of fields as the API gives them; empty where the gate says enough
 */
public record RefusedGate(Gate gate, List<String> missing) {
    public RefusedGate {
        missing = List.copyOf(missing);
    }

    public RefusedGate(Gate gate) {
        this(gate, List.of());
    }
}
