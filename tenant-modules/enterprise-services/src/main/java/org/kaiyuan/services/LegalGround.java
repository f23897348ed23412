package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;

/** 设定依据: a law and its article. */
public record LegalGround(String title, @Nullable String article) {}
