package org.kaiyuan.platform.search;

/**
 * An index of one room.
 *
 * @param word the room's word; the alias is {@code <prefix><word>}
 * @param definition the class-path resource with settings and mappings, as a stock cluster with the official
 *     {@code analysis-icu} and {@code analysis-smartcn} plugins takes them
 */
public record SearchIndex(String word, String definition) {
    public SearchIndex {
        if (!word.matches("[a-z]+")) {
            throw new IllegalArgumentException("An index is called by its room's word: " + word);
        }
    }
}
