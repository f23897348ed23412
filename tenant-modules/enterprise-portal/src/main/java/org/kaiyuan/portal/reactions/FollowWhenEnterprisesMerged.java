package org.kaiyuan.portal.reactions;

import org.kaiyuan.enterprises.EnterprisesMerged;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.portal.domain.InTurn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Whoever stood for a record that was merged away stands for its survivor. Looks where it leads now, so it
 * may run twice and in any order.
 */
@Component
class FollowWhenEnterprisesMerged {
    private final OwnRecords records;
    private final JdbcTemplate jdbc;

    FollowWhenEnterprisesMerged(OwnRecords records, JdbcTemplate jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(EnterprisesMerged merged) {
        InTurn.await(jdbc);
        records.find(merged.merged())
                .ifPresent(survivor -> {
                    var to = survivor.id().value();
                    var from = merged.merged().value();
                    jdbc.update(
                            """
                            update portal.representative r
                            set enterprise_id = ?, enterprise_name = ?, version = version + 1
                            where enterprise_id = ? and state = 'CONFIRMED'
                              and not exists (select from portal.representative o where o.tenant_id = r.tenant_id
                                  and o.account_id = r.account_id and o.enterprise_id = ? and o.state = 'CONFIRMED')\
                            """,
                            to,
                            survivor.name(),
                            from,
                            to);
                    // whoever stood for both stands for the survivor once, and looks after it if
                    // they did for either
                    jdbc.update(
                            """
                            update portal.representative r set administrator = true, version = version + 1
                            where enterprise_id = ? and state = 'CONFIRMED' and not administrator
                              and exists (select from portal.representative o where o.tenant_id = r.tenant_id
                                  and o.account_id = r.account_id and o.enterprise_id = ? and o.state = 'CONFIRMED'
                                  and o.administrator)\
                            """,
                            to,
                            from);
                    jdbc.update(
                            """
                            update portal.representative
                            set state = 'ENDED', administrator = false, decided_at = now(), decided_by = '系统',
                                reason = '档案合并', version = version + 1
                            where enterprise_id = ? and state = 'CONFIRMED'\
                            """,
                            from);
                    jdbc.update(
                            "update portal.confirmation_code set enterprise_id = ? where enterprise_id = ?",
                            to,
                            from);
                });
    }
}
