package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;

/**
 * A guide (办事指南) in one language.
 *
 * @param audience for whom
 * @param conditions what must be true
 * @param process how it goes, in the park's words
 * @param fees what it costs, and on what basis; null for nothing
 * @param result what one gets
 * @param contact where to ask
 */
public record GuideText(
        String title,
        @Nullable String audience,
        @Nullable String conditions,
        @Nullable String process,
        @Nullable String fees,
        @Nullable String result,
        @Nullable String contact) {}
