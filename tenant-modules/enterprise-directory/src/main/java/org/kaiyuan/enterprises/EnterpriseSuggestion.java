package org.kaiyuan.enterprises;

import org.jspecify.annotations.Nullable;

/** A name offered while typing. */
public record EnterpriseSuggestion(EnterpriseId id, String name, @Nullable String creditCode) {}
