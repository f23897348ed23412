package org.kaiyuan.platform.imports;

import java.util.List;

/**
 * The columns of a file that was brought.
 *
 * @param samples its first rows, each cell cut short
 * @param mapping as ordered, remembered from such a file, or guessed
 * @param remembered whether a person once said so
 */
public record ImportPreview<C>(
        List<String> headings,
        List<List<String>> samples,
        ColumnMapping<C> mapping,
        boolean remembered) {}
