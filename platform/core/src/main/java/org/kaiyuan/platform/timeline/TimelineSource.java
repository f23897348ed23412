package org.kaiyuan.platform.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordRef;

/** What a module tells besides changes, comments and files, such as notes that it kept before there were comments. */
public interface TimelineSource {
    /**
     * The newest first; nothing for records of other kinds. Whether they may be read has been asked.
     *
     * @param before only what happened before then; null for the newest
     */
    List<? extends TimelineEntry> of(RecordRef record, @Nullable Moment before, int limit);
}
