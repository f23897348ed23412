package org.kaiyuan.delegation;

import java.util.List;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who supervises whom, by the register of tenants: in whose divisions a zone lies. */
@Component
class ZoneSupervisors {
    private static final int MOST = 50;

    private static final String OF =
            """
            select p.id, p.name from tenancy.tenant p join tenancy.tenant z on z.id = ?
            where p.kind = 'SUPERVISOR' and p.state = 'ACTIVE' and (p.modules is null or 'delegation' = any (p.modules))
              and z.kind <> 'SUPERVISOR'
              and exists (select from unnest(p.divisions) d (code) cross join unnest(z.divisions) h (code)
                          where starts_with(h.code, d.code))
            """;

    private final JdbcTemplate jdbc;

    ZoneSupervisors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their ids, at most 50. */
    List<Supervisor> of(TenantId zone) {
        return jdbc.query(
                OF + "order by p.id limit ?",
                (row, n) -> new Supervisor(new TenantId(row.getLong(1)), row.getString(2)),
                zone.value(),
                MOST);
    }

    boolean supervises(TenantId supervisor, TenantId zone) {
        return !jdbc.queryForList(OF + "and p.id = ?", zone.value(), supervisor.value()).isEmpty();
    }

    /** Whether it asks for nothing, but is asked. */
    boolean isSupervisor(TenantId tenant) {
        return !jdbc.queryForList(
                        "select 1 from tenancy.tenant where id = ? and kind = 'SUPERVISOR'",
                        tenant.value())
                .isEmpty();
    }
}
