package org.kaiyuan.ui.timeline;

import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordKinds;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.platform.timeline.Timeline;
import org.kaiyuan.ui.files.FilesPanel;
import org.springframework.stereotype.Component;

/** What the page of any record may show besides the record: its files, and what happened and was said. */
@Component
public class RecordPanels {
    private final RecordKinds records;
    private final Attachments attachments;
    private final Timeline timeline;
    private final Commenting commenting;
    private final Messages messages;

    RecordPanels(
            RecordKinds records,
            Attachments attachments,
            Timeline timeline,
            Commenting commenting,
            Messages messages) {
        this.records = records;
        this.attachments = attachments;
        this.timeline = timeline;
        this.commenting = commenting;
        this.messages = messages;
    }

    /** Each call makes one for one page. */
    public FilesPanel files(RecordRef record) {
        return new FilesPanel(attachments, messages, record, records.mayChange(record));
    }

    /** Each call makes one for one page. */
    public TimelinePanel timeline(RecordRef record, ChangeWords words) {
        return new TimelinePanel(timeline, commenting, attachments, record, words);
    }
}
