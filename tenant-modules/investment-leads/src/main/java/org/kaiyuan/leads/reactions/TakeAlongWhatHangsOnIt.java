package org.kaiyuan.leads.reactions;

import org.kaiyuan.leads.LeadRecords;
import org.kaiyuan.leads.LeadRemoved;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.timeline.Commenting;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Files and comments of a lead that is gone go to its survivor where it was merged, and with it where it was
 * deleted. Looks at the rows as they are now, so it may run twice and in any order.
 */
@Component("takeAlongWhatHangsOnALead")
class TakeAlongWhatHangsOnIt {
    private final LeadRecords records;
    private final Attachments attachments;
    private final Commenting commenting;

    TakeAlongWhatHangsOnIt(LeadRecords records, Attachments attachments, Commenting commenting) {
        this.records = records;
        this.attachments = attachments;
        this.commenting = commenting;
    }

    @ApplicationModuleListener
    void on(LeadRemoved removed) {
        var gone = LeadRecords.of(removed.leadId());
        if (records.hold(gone.id())) {
            return;
        }
        records.holdSurvivor(removed.leadId())
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
