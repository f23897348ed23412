package org.kaiyuan.services.reactions;

import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseRemoved;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.services.CaseDraftRecords;
import org.kaiyuan.services.DraftId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Cases of an enterprise that is no longer in the directory stay under its name, what it had not handed in goes; one that was
 * merged away is followed instead.
 */
@Component
class LetCasesGoWhenEnterpriseRemoved {
    private final OwnRecords records;
    private final Attachments attachments;
    private final JdbcTemplate jdbc;

    LetCasesGoWhenEnterpriseRemoved(
            OwnRecords records, Attachments attachments, JdbcTemplate jdbc) {
        this.records = records;
        this.attachments = attachments;
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(EnterpriseRemoved removed) {
        if (records.find(removed.enterpriseId()).isPresent()) {
            return;
        }
        var gone = removed.enterpriseId().value();
        // before the cases: this waits for a draft that is being handed in, and that is a case then
        var drafts =
                jdbc.query(
                        "delete from services.draft where enterprise_id = ? and case_id is null returning id",
                        (row, n) -> new DraftId(row.getObject(1, UUID.class)),
                        gone);
        for (var draft : drafts) { // a handful
            attachments.removeAll(CaseDraftRecords.of(draft));
        }
        jdbc.update(
                "update services.case_file set enterprise_id = null where enterprise_id = ?", gone);
        jdbc.update("delete from services.colleague_right where enterprise_id = ?", gone);
    }
}
