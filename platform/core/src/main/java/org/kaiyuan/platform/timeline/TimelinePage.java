package org.kaiyuan.platform.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what happened, the newest first.
 *
 * @param next cursor of the next page; null on the last one
 */
public record TimelinePage(List<TimelineEntry> items, @Nullable String next) {}
