package org.kaiyuan.enterprises.reactions;

import org.kaiyuan.enterprises.EnterpriseRecords;
import org.kaiyuan.enterprises.EnterpriseRemoved;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.timeline.Commenting;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Files and comments of an enterprise that has left the directory go to its survivor where it was merged,
 * and with it where it was deleted. Looks at the rows as they are now, so it may run twice and in any order.
 */
@Component
class TakeAlongWhatHangsOnIt {
    private final EnterpriseRecords records;
    private final Attachments attachments;
    private final Commenting commenting;

    TakeAlongWhatHangsOnIt(
            EnterpriseRecords records, Attachments attachments, Commenting commenting) {
        this.records = records;
        this.attachments = attachments;
        this.commenting = commenting;
    }

    @ApplicationModuleListener
    void on(EnterpriseRemoved removed) {
        var gone = EnterpriseRecords.of(removed.enterpriseId());
        if (records.hold(gone.id())) {
            return;
        }
        records.holdSurvivor(removed.enterpriseId())
                .ifPresentOrElse(
                        survivor -> {
                            attachments.move(gone, survivor);
                            commenting.move(gone, survivor);
                        },
                        () -> {
                            attachments.removeAll(gone);
                            commenting.removeAll(gone);
                        });
    }
}
