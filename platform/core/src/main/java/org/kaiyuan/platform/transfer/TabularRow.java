package org.kaiyuan.platform.transfer;

import java.util.List;

/**
 * One row below the headings.
 *
 * @param number where a person finds it: the line of a CSV file, the row of a sheet, counted from 1
 * @param cells stripped, empty where there is nothing; at least as many as there are headings, more
 *     where the row has something beyond the last heading. Dates are ISO 8601, numbers plain.
 */
public record TabularRow(long number, List<String> cells) {
    public TabularRow {
        cells = List.copyOf(cells);
    }
}
