package org.kaiyuan.delegation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the shared catalogue says of a matter, the zones that use it say too. */
@Component
class FollowSharedMatters implements ZoneChore {
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final MatterStore store;
    private final TransactionTemplate transaction;

    FollowSharedMatters(
            JdbcTemplate jdbc, MatterStore store, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run() {
        while (Objects.requireNonNull(transaction.execute(open -> batch())) == AT_ONCE) {}
    }

    private int batch() {
        Map<UUID, SharedMatters.Said> behind = new HashMap<>();
        jdbc.query(
                """
                select m.id as own, s.code, s.basic_code, s.name, s.kind, s.field, s.bases, s.version
                from delegation.matter m join delegation.shared_matter s on s.id = m.shared_id
                where m.shared_version < s.version
                  and not exists (select from delegation.matter o where o.tenant_id = m.tenant_id and o.id <> m.id
                                  and o.code = s.code)
                order by m.id limit ? for update of m\
                """,
                row -> {
                    behind.put(
                            row.getObject("own", UUID.class),
                            new SharedMatters.Said(
                                    SharedMatters.said(row), row.getLong("version")));
                },
                AT_ONCE);
        if (!behind.isEmpty()) {
            store.takeOver(behind);
        }
        return behind.size();
    }
}
