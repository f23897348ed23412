package org.kaiyuan.enterprises;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param accepted new, changed and unchanged together
 * @param failureKey message that says why it failed
 */
public record ImportStatus(
        UUID id,
        String fileName,
        ImportState state,
        long read,
        long accepted,
        long added,
        long changed,
        long unchanged,
        long rejected,
        long rowsPerSecond,
        @Nullable String failureKey) {}
