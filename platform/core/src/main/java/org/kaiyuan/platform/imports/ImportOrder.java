package org.kaiyuan.platform.imports;

import java.util.List;
import java.util.UUID;

/**
 * What was ordered, and by whom.
 *
 * @param manner how the rows are taken, in the module's own word
 */
public record ImportOrder<C>(
        UUID id,
        String fileName,
        List<String> headings,
        String manner,
        boolean dryRun,
        ColumnMapping<C> mapping,
        String actor,
        String actorName) {}
