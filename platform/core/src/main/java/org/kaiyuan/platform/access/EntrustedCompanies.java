package org.kaiyuan.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tenants whose staff act in the current zone on an entrustment that holds today, for naming them; the papers of an
 * entrustment are in {@link Relations}.
 */
@Service
@Transactional(readOnly = true)
public class EntrustedCompanies {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    EntrustedCompanies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Company(TenantId id, String name) {}

    /** Those to whom this permission is entrusted, by name; at most 200. */
    public List<Company> entrustedWith(String permission) {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select r.partner_id, max(r.partner_name) as name from access.relation r
                        where r.kind = 'ENTRUSTS' and r.ended_at is null and r.starts_on <= ?
                          and (r.ends_on is null or r.ends_on >= ?) and ? = any (r.permissions)
                        group by r.partner_id order by name, r.partner_id limit ?\
                        """)
                .params(today, today, permission, MOST)
                .query((row, n) -> new Company(new TenantId(row.getLong(1)), row.getString(2)))
                .list();
    }
}
