package org.kaiyuan.enterprises;

import java.util.List;

/**
 * The columns of a file that was brought.
 *
 * @param samples its first rows, each cell cut short
 * @param mapping remembered from such a file, or guessed
 * @param remembered whether a person once said so
 */
public record ImportPreview(
        List<String> headings,
        List<List<String>> samples,
        ImportMapping mapping,
        boolean remembered) {}
