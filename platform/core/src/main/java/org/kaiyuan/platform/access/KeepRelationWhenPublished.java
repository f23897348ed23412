package org.kaiyuan.platform.access;

import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Keeps a relation with the partner as a record of the partner's own. May run twice and in any order: one
 * row by its id, and what has ended stays ended.
 */
@Component
class KeepRelationWhenPublished {
    private final JdbcTemplate jdbc;

    KeepRelationWhenPublished(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(RelationPublished published) {
        jdbc.update(
                """
                insert into access.received_relation
                    (tenant_id, id, kind, giver_id, giver_name, starts_on, ends_on, document, ended_at)
                select t.id, ?, ?, ?, ?, ?, ?, ?, ? from tenancy.tenant t where t.id = ? and t.state <> 'DELETED'
                on conflict (tenant_id, id) do update
                    set ends_on = excluded.ends_on, document = excluded.document,
                        ended_at = coalesce(access.received_relation.ended_at, excluded.ended_at)\
                """,
                published.relation(),
                published.kind().name(),
                published.giver().value(),
                published.giverName(),
                published.startsOn(),
                published.endsOn(),
                published.document(),
                published.endedAt() == null ? null : Timestamp.from(published.endedAt()),
                published.tenantId().value());
    }
}
