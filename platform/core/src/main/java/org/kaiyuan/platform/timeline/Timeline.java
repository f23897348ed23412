package org.kaiyuan.platform.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordKinds;
import org.kaiyuan.platform.records.RecordRef;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a record, by time: changes, comments, files. Who may read the record may read it. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class Timeline {
    /** The largest page. */
    public static final int MOST = 100;

    private static final String ATTACHED = "attached";

    private final RecordKinds records;
    private final ChangeHistory history;
    private final CommentTable comments;
    private final Attachments attachments;
    private final List<TimelineSource> others;

    Timeline(
            RecordKinds records,
            ChangeHistory history,
            CommentTable comments,
            Attachments attachments,
            ObjectProvider<TimelineSource> others) {
        this.records = records;
        this.history = history;
        this.comments = comments;
        this.attachments = attachments;
        this.others = others.stream().toList();
    }

    /**
     * The newest first: as many statements as there are sources, whatever the page.
     *
     * @param after {@link TimelinePage#next()} of the page before; null for the first
     * @param limit at most {@link #MOST}; a page may hold less and still have a next one
     * @throws org.kaiyuan.platform.records.UnknownRecord when there is no such record that whoever acts may see
     */
    public TimelinePage of(RecordRef record, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var kind = records.discussable(record);
        var before = Moment.parse(after);
        var subjects = new ArrayList<UUID>(kind.absorbed(record.id()));
        subjects.add(record.id());
        var found = new ArrayList<TimelineEntry>();
        history.of(subjects, place(before), most + 1)
                .forEach(change -> found.add(new TimelineEntry.Changed(change)));
        comments.of(record, before, most + 1)
                .forEach(comment -> found.add(new TimelineEntry.Said(comment)));
        attachments
                .everOf(record, before, most + 1)
                .forEach(file -> found.add(new TimelineEntry.Attached(file)));
        others.forEach(other -> found.addAll(other.of(record, before, most + 1)));
        found.sort(Comparator.comparing(TimelineEntry::moment).reversed());
        var page = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > most ? page.getLast().moment().cursor() : null;
        return new TimelinePage(page.stream().filter(Timeline::isTold).toList(), next);
    }

    /** That a file was attached is told by the file itself. */
    private static boolean isTold(TimelineEntry entry) {
        return !(entry instanceof TimelineEntry.Changed(ChangeEntry change)
                && change.act().equals(ATTACHED));
    }

    private static @Nullable ChangePlace place(@Nullable Moment moment) {
        return moment == null ? null : new ChangePlace(moment.at(), moment.id());
    }
}
