package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;

/** What can be chosen in a field. */
public record Choice(String value, String label, @Nullable String labelEn) {}
