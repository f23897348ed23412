package org.kaiyuan.enterprises;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was kept out.
 *
 * @param row where a person finds it in the file
 * @param column the heading over the value; the field's name where no column holds it
 * @param field as the API names it
 * @param reasonKey message that says why
 */
public record ImportError(
        long row, String column, String field, @Nullable String value, String reasonKey) {}
