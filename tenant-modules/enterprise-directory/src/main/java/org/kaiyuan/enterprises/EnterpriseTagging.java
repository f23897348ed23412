package org.kaiyuan.enterprises;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting a tag on many enterprises at once. */
@Service
@Transactional
public class EnterpriseTagging {
    /** More than a person selects by hand. */
    public static final int MOST_AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EnterpriseTagging(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return how many did not have the tag before
     * @throws TagRefused when the tag is empty or longer than 40 characters, or more than 1,000 are named
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public int tag(Collection<EnterpriseId> ids, String tag) {
        var text = tag.strip();
        if (text.isEmpty() || text.length() > 40 || ids.size() > MOST_AT_ONCE) {
            throw new TagRefused(text);
        }
        var tenant = CurrentTenant.get();
        var now = Timestamp.from(clock.instant());
        var wanted = ids.stream().map(EnterpriseId::value).toArray(UUID[]::new);
        var touched =
                jdbc.queryForList(
                        """
                        insert into enterprises.enterprise_tag (tenant_id, enterprise_id, tag)
                        select tenant_id, id, ? from enterprises.enterprise where id = any (?) and merged_into is null
                        on conflict do nothing returning enterprise_id\
                        """,
                        UUID.class,
                        text,
                        wanted);
        if (touched.isEmpty()) {
            return 0;
        }
        var changed = touched.toArray(UUID[]::new);
        jdbc.update(
                "update enterprises.enterprise set version = version + 1, updated_at = ? where id = any (?)",
                now,
                changed);
        jdbc.update(
                """
                insert into audit.change (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, after)
                select ?, uuidv7(), ?, id, ?, ?, ?, 'tagged', 'tags', ? from unnest(?::uuid[]) as t (id)\
                """,
                tenant.value(),
                Enterprise.SUBJECT,
                now,
                ChangeHistory.actor(),
                ChangeHistory.actorName(),
                text,
                changed);
        var batch = UuidV7.next();
        jdbc.update(
                """
                insert into enterprises.batch_touch (tenant_id, batch_id, enterprise_id)
                select ?, ?, id from unnest(?::uuid[]) as t (id)\
                """,
                tenant.value(),
                batch,
                changed);
        events.publishEvent(new EnterprisesImported(tenant, batch));
        return changed.length;
    }
}
