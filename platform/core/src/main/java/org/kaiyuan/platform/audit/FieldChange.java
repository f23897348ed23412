package org.kaiyuan.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field.
 *
 * @param field the name that the API gives it
 */
public record FieldChange(String field, @Nullable String before, @Nullable String after) {}
