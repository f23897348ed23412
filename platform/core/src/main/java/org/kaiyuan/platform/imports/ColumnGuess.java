package org.kaiyuan.platform.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands under the headings of a file, as far as can be told from what the zone knows now. */
@FunctionalInterface
public interface ColumnGuess<C> {
    /** One for each heading, in their order; null where nobody can tell. Of two alike the first is taken. */
    List<@Nullable C> guess(List<String> headings);

    /** @throws ImportColumnsRefused when a person names what is not known here */
    default void refuseUnknown(ColumnMapping<C> mapping) {}
}
