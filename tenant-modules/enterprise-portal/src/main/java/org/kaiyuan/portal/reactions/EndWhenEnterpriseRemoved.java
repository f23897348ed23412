package org.kaiyuan.portal.reactions;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseRemoved;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.portal.EnterprisePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.portal.domain.InTurn;
import org.kaiyuan.portal.domain.Representative;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Nobody stands for an enterprise that is no longer in the directory; one that was merged away is followed instead. */
@Component
class EndWhenEnterpriseRemoved {
    private final OwnRecords records;
    private final EnterprisePeople people;
    private final ChangeHistory history;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    EndWhenEnterpriseRemoved(
            OwnRecords records,
            EnterprisePeople people,
            ChangeHistory history,
            JdbcTemplate jdbc,
            Clock clock) {
        this.records = records;
        this.people = people;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(EnterpriseRemoved removed) {
        InTurn.await(jdbc);
        if (records.find(removed.enterpriseId()).isPresent()) {
            return;
        }
        var gone = removed.enterpriseId().value();
        var now = Timestamp.from(clock.instant());
        List<UUID> ended =
                jdbc.query(
                        """
                        update portal.representative
                        set state = 'ENDED', administrator = false, decided_at = ?, decided_by = '系统',
                            reason = '企业档案已删除', version = version + 1
                        where enterprise_id = ? and state = 'CONFIRMED' returning account_id\
                        """,
                        (row, number) -> row.getObject(1, UUID.class),
                        now,
                        gone);
        jdbc.update(
                "update portal.confirmation_code set revoked_at = ? where enterprise_id = ? and used_at is null",
                now,
                gone);
        if (ended.isEmpty()) {
            return;
        }
        people.dismiss(
                jdbc.query(
                        """
                        select a from unnest(?::uuid[]) as a where not exists (
                            select from portal.representative r where r.account_id = a and r.state = 'CONFIRMED')\
                        """,
                        (row, number) -> new AccountId(row.getObject(1, UUID.class)),
                        (Object) ended.toArray(UUID[]::new)));
        history.record(
                Representative.SUBJECT,
                gone,
                "all-ended",
                List.of(new FieldChange("representatives", Integer.toString(ended.size()), "0")));
    }
}
