package org.kaiyuan.delegation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter that the operator or a supervisor shares.
 *
 * @param publisher its name; null for the operator
 * @param own whether whoever acts published it
 * @param used whether the zone has it in its own catalogue
 */
public record SharedMatter(
        UUID id,
        MatterDraft said,
        @Nullable String publisher,
        boolean own,
        boolean used,
        long version) {}
