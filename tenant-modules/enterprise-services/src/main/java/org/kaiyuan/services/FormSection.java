package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields under one heading. */
public record FormSection(String title, @Nullable String titleEn, List<FormField> fields) {
    public FormSection {
        fields = List.copyOf(fields);
    }
}
