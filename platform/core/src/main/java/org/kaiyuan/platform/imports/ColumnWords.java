package org.kaiyuan.platform.imports;

import java.util.Optional;

/**
 * What columns may hold, in the words of one module.
 *
 * @param <C> what one column holds
 */
public interface ColumnWords<C> {
    /** What the API calls so. */
    Optional<C> named(String apiName);

    /** @see #named */
    String apiName(C column);

    /** What people call it. */
    Enum<?> field(C column);

    /** The same for two columns that would write the same. */
    Object written(C column);

    /** Under what faults of it are told. */
    default String faultOf(C column) {
        return apiName(column);
    }

    /** What stands for the heading of a field that no column holds. */
    default String nowhere(String field) {
        return "—";
    }

    /** Without it nothing can be imported. */
    C leading();

    /** @throws ImportColumnsRefused when something else must be said of a column */
    default void refuseUnsaid(ColumnMapping<C> mapping) {}
}
