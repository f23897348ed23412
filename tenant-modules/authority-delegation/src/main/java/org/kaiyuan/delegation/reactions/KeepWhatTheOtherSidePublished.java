package org.kaiyuan.delegation.reactions;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.delegation.PowerAnswerId;
import org.kaiyuan.delegation.PowerAnswerRecords;
import org.kaiyuan.delegation.PowerAnswerTold;
import org.kaiyuan.delegation.PowerRequestId;
import org.kaiyuan.delegation.PowerRequestInbox;
import org.kaiyuan.delegation.PowerRequestRecords;
import org.kaiyuan.delegation.PowerRequestTold;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * What one side of a request publishes the other keeps: first the record, then copies of its files. Runs without a
 * transaction of its own, since the files are read in one tenant's name and written in another's; both parts may run twice.
 */
@Component("keepWhatTheOtherSideOfARequestPublished")
class KeepWhatTheOtherSidePublished {
    private final PowerRequestInbox inbox;
    private final Attachments attachments;

    KeepWhatTheOtherSidePublished(PowerRequestInbox inbox, Attachments attachments) {
        this.inbox = inbox;
        this.attachments = attachments;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PowerRequestTold told) throws IOException {
        if (inbox.keep(told)) {
            attachments.copy(
                    told.zone(),
                    ids(told.files()),
                    PowerRequestRecords.of(new PowerRequestId(told.request())));
        }
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PowerAnswerTold told) throws IOException {
        if (inbox.keep(told)) {
            attachments.copy(
                    told.supervisor(),
                    ids(told.files()),
                    PowerAnswerRecords.of(new PowerAnswerId(told.answer())));
        }
    }

    private static List<FileId> ids(List<UUID> files) {
        return files.stream().map(FileId::new).toList();
    }
}
