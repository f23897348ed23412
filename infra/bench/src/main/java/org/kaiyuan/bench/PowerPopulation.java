package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.kaiyuan.platform.tenancy.TenantId;

/** Made-up powers in any number and any number of versions, once per data folder: each version changes two of a hundred. */
final class PowerPopulation {
    static final String TITLE = "BENCH";

    private PowerPopulation() {}

    /** Fills the tenant; what is there already is kept. */
    static void fill(Connection superuser, TenantId tenant, int entries, int editions)
            throws SQLException {
        try (var statement = superuser.createStatement()) {
            try (var there =
                    statement.executeQuery(
                            "select 1 from delegation.list where tenant_id = %d and title = '%s'"
                                    .formatted(tenant.value(), TITLE))) {
                if (there.next()) {
                    return;
                }
            }
            for (var sql : STATEMENTS) {
                statement.execute(
                        sql.replace(":zone", Long.toString(tenant.value()))
                                .replace(":entries", Integer.toString(entries))
                                .replace(":editions", Integer.toString(editions)));
            }
        }
    }

    private static final String[] STATEMENTS = {
        """
        insert into delegation.matter (tenant_id, id, code, name, name_key, kind, field, basis_state, updated_at)
        select :zone, md5('matter' || :zone || '-' || n)::uuid, 'BENCH-' || n, '基准事项' || n || '审批', '基准事项' || n || '审批',
            (array['PERMIT','OTHER','CONFIRMATION','PENALTY'])[1 + n % 4], '工程建设', 'IN_FORCE', now()
        from generate_series(1, :entries) n
        """,
        """
        insert into delegation.list (tenant_id, id, kind, title, made_at)
        values (:zone, md5('list' || :zone)::uuid, 'EMPOWERMENT', 'BENCH', now() - interval '4 years')
        """,
        """
        insert into delegation.edition (tenant_id, list_id, number, published_at, published_by, published_name, entries)
        select :zone, md5('list' || :zone)::uuid, k, now() - (:editions + 1 - k) * interval '40 days', 'bench', '基准', :entries
        from generate_series(1, :editions) k
        """,
        """
        insert into delegation.wording (tenant_id, list_id, entry_id, from_edition, to_edition, matter_id, act,
            original_authority, receiving_body, mode, effective_on, document_number, decided_on, issuer)
        select :zone, md5('list' || :zone)::uuid, md5('entry' || :zone || '-' || n)::uuid, k,
            lead(k) over (partition by n order by k), md5('matter' || :zone || '-' || n)::uuid, 'GRANT',
            '市行政审批局' || n % 20, '园区机构' || (n + k) % 30, (array['DIRECT','BRANCH','REPORT'])[1 + (n + k) % 3],
            current_date - 1000 + n % 500, '基准〔2023〕' || n % 40 || '号', current_date - 1030 + n % 500, '市人民政府'
        from generate_series(1, :entries) n, generate_series(1, :editions) k
        where k = 1 or (n * 31 + k * 7) % 50 = 0
        """
    };
}
