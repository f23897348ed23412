package org.kaiyuan.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tenants whose staff act in the current zone on an entrustment that holds today, for naming and telling them; the papers of
 * an entrustment are in {@link Relations}.
 */
@Service
@Transactional(readOnly = true)
public class EntrustedCompanies {
    private static final int MOST = 200;
    private static final int MOST_PEOPLE = 100;

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

    /**
     * Sign-in names of the company's active staff, where all these permissions are entrusted to it today: those who act in the
     * current zone by them. At most 100; none of a company to which the zone entrusts nothing.
     */
    public List<String> staff(TenantId company, Collection<String> permissions) {
        if (!given(company).containsAll(permissions)) {
            return List.of();
        }
        var zone = CurrentTenant.get();
        // whose people they are, their company alone knows
        jdbc.sql("SET LOCAL app.tenant_id = '" + company.value() + "'").update();
        var staff =
                jdbc.sql(
                                """
                                select a.username from access.membership m join access.account a on a.id = m.account_id
                                where m.tenant_id = ? and m.state = 'ACTIVE' and m.kind = 'STAFF' and a.enabled
                                order by a.username limit ?\
                                """)
                        .params(company.value(), MOST_PEOPLE)
                        .query((row, n) -> row.getString(1))
                        .list();
        jdbc.sql("SET LOCAL app.tenant_id = '" + zone.value() + "'").update();
        return staff;
    }

    /** What the current zone entrusts to the company today, as far as its modules are switched on. */
    private Set<String> given(TenantId company) {
        var today = LocalDate.now(clock);
        var given = new HashSet<String>();
        jdbc.sql(
                        """
                        select r.permissions, z.modules from access.relation r
                        join tenancy.tenant z on z.id = r.tenant_id and z.state = 'ACTIVE'
                        join tenancy.tenant c on c.id = r.partner_id and c.state = 'ACTIVE'
                        where r.partner_id = ? and r.kind = 'ENTRUSTS' and r.ended_at is null and r.starts_on <= ?
                          and (r.ends_on is null or r.ends_on >= ?)\
                        """)
                .params(company.value(), today, today)
                .query((row, n) -> {
                    var modules = Standing.strings(row.getArray("modules"));
                    return Stream.of((String[]) row.getArray("permissions").getArray())
                            .filter(one -> Permissions.isSwitchedOn(one, modules))
                            .toList();
                })
                .list()
                .forEach(given::addAll);
        return given;
    }
}
