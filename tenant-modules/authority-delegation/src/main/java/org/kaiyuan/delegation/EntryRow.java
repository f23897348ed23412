package org.kaiyuan.delegation;

import org.jspecify.annotations.Nullable;

/** An entry with the name of its matter. */
public record EntryRow(
        EntryId id,
        ListId list,
        @Nullable String matterCode,
        String matterName,
        MatterKind matterKind,
        @Nullable String matterField,
        BasisState basisState,
        EntryNote note) {}
