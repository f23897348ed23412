package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Grants that the editions which count have, of lists that say who decides, neither ended nor past their last day; also
 * those whose first day is still to come.
 */
final class CurrentGrants {
    /** Most authorities that are offered for choosing one. */
    static final int MOST_AUTHORITIES = 200;

    /** A common table expression {@code grants}; it asks for the day twice. */
    static final String GRANTS =
            """
            grants as (
                select w.tenant_id, w.entry_id, w.list_id, w.matter_id, m.code as matter_code, m.name as matter_name,
                       m.name_key, m.basis_state, w.original_authority, w.receiving_body, w.mode, w.sub_park, w.effective_on,
                       w.handover_on, w.expires_on
                from delegation.wording w
                join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id and l.kind in %s
                join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
                where w.to_edition is null and w.act = 'GRANT' and (w.expires_on is null or w.expires_on >= ?)
                  and not exists (select from delegation.wording x where x.tenant_id = w.tenant_id and x.ends = w.entry_id
                                  and x.to_edition is null and x.effective_on <= ?))
            """
                    .formatted(Wordings.HOLD_POWERS);

    private CurrentGrants() {}

    /** @throws UnknownPower when one is none */
    static void refuseUnknown(JdbcTemplate jdbc, Collection<EntryId> entries, LocalDate today) {
        var wanted = entries.stream().map(EntryId::value).distinct().toArray(UUID[]::new);
        var known =
                jdbc.queryForObject(
                        "with "
                                + GRANTS
                                + " select count(distinct g.entry_id) from grants g where g.entry_id = any (?)",
                        Integer.class,
                        today,
                        today,
                        wanted);
        if (known == null || known != wanted.length) {
            throw new UnknownPower();
        }
    }

    /** Who delegated, in their order, at most {@link #MOST_AUTHORITIES}. */
    static List<String> authorities(JdbcTemplate jdbc, LocalDate today) {
        return jdbc.query(
                "with "
                        + GRANTS
                        + " select distinct g.original_authority from grants g order by 1 limit ?",
                (row, n) -> row.getString(1),
                today,
                today,
                MOST_AUTHORITIES);
    }
}
