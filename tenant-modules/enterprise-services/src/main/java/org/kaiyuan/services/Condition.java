package org.kaiyuan.services;

import java.util.List;

/** One comparison with another field of the same form; all that a form can compute. */
public record Condition(String field, Comparison is, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }
}
