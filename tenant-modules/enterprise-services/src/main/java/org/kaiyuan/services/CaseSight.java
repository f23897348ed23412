package org.kaiyuan.services;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which cases staff see: the zone's own all of them, an operating company's people those that were assigned to their company. */
@Component
class CaseSight {
    private final JdbcTemplate jdbc;

    CaseSight(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The company whose cases alone are seen; null for all. */
    static @Nullable Long only() {
        var cameFrom = CurrentTenant.cameFrom();
        return cameFrom == null ? null : cameFrom.value();
    }

    /** @param company of the case; null for none */
    static boolean sees(@Nullable Long company) {
        var only = only();
        return only == null || only.equals(company);
    }

    /** Whether there is such a case that whoever acts sees as staff. */
    boolean sees(UUID id) {
        var only = only();
        return !(only == null
                        ? jdbc.queryForList("select 1 from services.case_file where id = ?", id)
                        : jdbc.queryForList(
                                "select 1 from services.case_file where id = ? and company = ?",
                                id,
                                only))
                .isEmpty();
    }
}
