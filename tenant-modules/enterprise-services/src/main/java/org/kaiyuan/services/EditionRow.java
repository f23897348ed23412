package org.kaiyuan.services;

import java.time.Instant;

/** An edition in the list of them. */
public record EditionRow(int number, Instant publishedAt, String publishedName) {}
