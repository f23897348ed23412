package org.kaiyuan.services;

import java.util.Optional;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parks that anybody may look at from outside: active ones that offer services. */
@Service
public class OpenParks {
    private final JdbcTemplate jdbc;
    private final TenantDirectory tenants;

    OpenParks(JdbcTemplate jdbc, TenantDirectory tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /** Empty also for one that is suspended, or does not use services. */
    @Transactional(readOnly = true)
    public Optional<TenantSummary> find(String code) {
        var open =
                jdbc.queryForObject(
                        """
                        select exists (select from tenancy.tenant where code = ? and state = 'ACTIVE'
                            and (modules is null or 'services' = any (modules)))\
                        """,
                        Boolean.class,
                        code);
        return Boolean.TRUE.equals(open) ? tenants.byCode(code) : Optional.empty();
    }
}
