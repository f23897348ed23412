package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;

/**
 * A service as who edits it sees it.
 *
 * @param draft the next edition as it is written; null where none is
 * @param current what counts; null where none was published
 */
public record ServiceDetails(
        ServiceRow row, @Nullable ServiceNote draft, @Nullable ServiceEdition current) {}
