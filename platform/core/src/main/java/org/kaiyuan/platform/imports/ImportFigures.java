package org.kaiyuan.platform.imports;

/** How many records became new, or other than before. */
public record ImportFigures(long added, long changed) {
    boolean isNothing() {
        return added + changed == 0;
    }
}
