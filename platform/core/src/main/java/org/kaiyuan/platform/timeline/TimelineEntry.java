package org.kaiyuan.platform.timeline;

import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.records.Moment;

/** One thing that happened to a record. */
public sealed interface TimelineEntry {
    Moment moment();

    /** Somebody said something. */
    record Said(Comment comment) implements TimelineEntry {
        @Override
        public Moment moment() {
            return comment.moment();
        }
    }

    /** Somebody changed a field, or did something that is about none. */
    record Changed(ChangeEntry change) implements TimelineEntry {
        @Override
        public Moment moment() {
            return new Moment(change.at(), change.id());
        }
    }

    /** Somebody attached a file; also when it was removed since. */
    record Attached(AttachedFile file) implements TimelineEntry {
        @Override
        public Moment moment() {
            return file.moment();
        }
    }
}
