package org.kaiyuan.services.reactions;

import java.util.UUID;
import org.kaiyuan.enterprises.EnterprisesMerged;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.services.CaseDraftRecords;
import org.kaiyuan.services.DraftId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Cases, drafts and what colleagues may do go to the survivor. Looks where a record leads now, so it may run twice and in any
 * order. Where both had begun the same service, the draft that was written last stays.
 */
@Component
class FollowCasesWhenEnterprisesMerged {
    private final OwnRecords records;
    private final Attachments attachments;
    private final JdbcTemplate jdbc;

    FollowCasesWhenEnterprisesMerged(
            OwnRecords records, Attachments attachments, JdbcTemplate jdbc) {
        this.records = records;
        this.attachments = attachments;
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(EnterprisesMerged merged) {
        records.find(merged.merged())
                .ifPresent(survivor -> {
                    var to = survivor.id().value();
                    var from = merged.merged().value();
                    // before the cases: this waits for a draft that is being handed in, and that is
                    // a case then
                    drafts(from, to);
                    jdbc.update(
                            "update services.case_file set enterprise_id = ? where enterprise_id = ?",
                            to,
                            from);
                    // where somebody stood for both, what the survivor says counts
                    jdbc.update(
                            """
                            update services.colleague_right r set enterprise_id = ?
                            where enterprise_id = ? and not exists (
                                select from services.colleague_right o where o.tenant_id = r.tenant_id
                                    and o.enterprise_id = ? and o.username = r.username)\
                            """,
                            to,
                            from,
                            to);
                    jdbc.update(
                            "delete from services.colleague_right where enterprise_id = ?", from);
                });
    }

    private void drafts(UUID from, UUID to) {
        var older =
                jdbc.query(
                        """
                        delete from services.draft d using services.draft o
                        where d.case_id is null and o.case_id is null and o.tenant_id = d.tenant_id
                          and o.service_id = d.service_id
                          and (d.enterprise_id = ? and o.enterprise_id = ? or d.enterprise_id = ? and o.enterprise_id = ?)
                          and (d.updated_at, d.id) < (o.updated_at, o.id)
                        returning d.id\
                        """,
                        (row, n) -> new DraftId(row.getObject(1, UUID.class)),
                        from,
                        to,
                        to,
                        from);
        for (var draft : older) { // a handful
            attachments.removeAll(CaseDraftRecords.of(draft));
        }
        jdbc.update(
                "update services.draft set enterprise_id = ?, version = version + 1 where enterprise_id = ?",
                to,
                from);
    }
}
