package org.kaiyuan.bench.quality;

/**
 * What is typed, and the name that should be found.
 *
 * @param typed what a person might type who means that name
 */
public record LabelledQuery(QueryKind kind, String typed, String name) {}
