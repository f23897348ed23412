package org.kaiyuan.platform.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a record's files, the newest first.
 *
 * @param next cursor of the next page; null on the last one
 */
public record AttachedFiles(List<AttachedFile> items, @Nullable String next) {}
