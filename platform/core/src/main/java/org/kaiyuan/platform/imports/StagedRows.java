package org.kaiyuan.platform.imports;

import org.kaiyuan.platform.transfer.TabularRow;

/** Reads the rows of one file, one at a time, as lines of the module's COPY. */
@FunctionalInterface
public interface StagedRows {
    /** @return whether the row is good as far as it can be told alone */
    boolean put(TabularRow row);
}
