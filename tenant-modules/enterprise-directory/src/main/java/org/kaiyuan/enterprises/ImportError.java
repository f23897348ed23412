package org.kaiyuan.enterprises;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was kept out.
 *
 * @param row where a person finds it in the file
 * @param reasonKey message that says why
 */
public record ImportError(long row, String field, @Nullable String value, String reasonKey) {}
