package org.kaiyuan.platform.imports;

import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * What one module does with a file: its rows go into a temporary table (it has no row-level security), are checked
 * there by sets and written by sets. Each of these is done in the one open transaction of a run, in this order.
 */
public interface ImportLoading<C> {
    /** Makes the temporary tables, empty. */
    void stage();

    /** COPY into the temporary table {@code staged}; begun anew for each stretch of lines. */
    String copy();

    /**
     * @param most cells that a row may have: more are told, because a comma that is not quoted shifts them
     * @param lines where the lines are put, one after the other
     */
    StagedRows rows(ImportOrder<C> order, int most, StringBuilder lines);

    /** Waits for the import, undo or decision of this zone that writes now. */
    void alone(TenantId tenant);

    /**
     * Checks all rows together; notes what is kept out, and what waits for a decision.
     *
     * @return how many rows are kept out
     */
    long check(ImportOrder<C> order);

    /** Finds what would be written. */
    ImportFigures compare(ImportOrder<C> order);

    /** Writes it. */
    void write(ImportOrder<C> order, ImportFigures figures);

    /** Announces the whole batch as one event. */
    void announce(TenantId tenant, UUID batch);
}
