package org.kaiyuan.enterprises;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.persistence.EnterpriseSql;
import org.kaiyuan.enterprises.search.EnterpriseIndex;
import org.kaiyuan.enterprises.search.WhatWasTyped;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Putting a tag on an enterprise or on many at once, or taking it off. */
@Service
public class EnterpriseTagging {
    /** More than a person selects by hand. */
    public static final int MOST_AT_ONCE = 1000;

    /** More than one transaction should touch while somebody waits. */
    public static final int MOST_OF_ALL = 20_000;

    private static final String PUT =
            """
            insert into enterprises.enterprise_tag (tenant_id, enterprise_id, tag)
            select e.tenant_id, e.id, ? from enterprises.enterprise e where %s
            on conflict do nothing returning enterprise_id\
            """;

    private static final String TAKE =
            """
            delete from enterprises.enterprise_tag t
            where t.tag = ? and t.enterprise_id in (select e.id from enterprises.enterprise e where %s)
            returning t.enterprise_id\
            """;

    private final JdbcTemplate jdbc;
    private final SearchDoor door;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EnterpriseTagging(
            JdbcTemplate jdbc,
            SearchDoor door,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.door = door;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return whether it did not have the tag before
     * @throws UnknownEnterprise when there is none, it is another zone's, or it was merged away
     * @throws TagRefused when the tag is empty or longer than 40 characters
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public boolean tag(EnterpriseId id, String tag) {
        return one(PUT, id, tag);
    }

    /**
     * @return whether it had the tag before
     * @throws UnknownEnterprise as {@link #tag(EnterpriseId, String)}
     * @throws TagRefused as {@link #tag(EnterpriseId, String)}
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public boolean untag(EnterpriseId id, String tag) {
        return one(TAKE, id, tag);
    }

    /**
     * @return how many did not have the tag before
     * @throws TagRefused when the tag is empty or longer than 40 characters, or more than 1,000 are named
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public int tag(Collection<EnterpriseId> ids, String tag) {
        return each(PUT, named(ids, tag), tag);
    }

    /**
     * @return how many had the tag before
     * @throws TagRefused as {@link #tag(Collection, String)}
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public int untag(Collection<EnterpriseId> ids, String tag) {
        return each(TAKE, named(ids, tag), tag);
    }

    /**
     * Tags everything that a list or a search finds.
     *
     * @return how many did not have the tag before
     * @throws TooManyToTag when it finds more than {@link #MOST_OF_ALL}; none is tagged then
     * @throws org.kaiyuan.platform.search.SearchUnavailable when it is a search and there is none just now
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public int tagAll(EnterpriseQuestion question, String tag) {
        return each(PUT, found(question), tag);
    }

    /** Takes the tag off everything that a list or a search finds; otherwise as {@link #tagAll}. */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public int untagAll(EnterpriseQuestion question, String tag) {
        return each(TAKE, found(question), tag);
    }

    /** Which enterprises: a condition on {@code e} and what stands in it. */
    private record Which(String condition, Object... arguments) {}

    private static Which named(Collection<EnterpriseId> ids, String tag) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new TagRefused(tag);
        }
        return byId(ids.stream().map(EnterpriseId::value).toList());
    }

    private static Which byId(List<UUID> ids) {
        return new Which(
                "e.id = any (?) and e.merged_into is null", (Object) ids.toArray(UUID[]::new));
    }

    private Which found(EnterpriseQuestion question) {
        if (question.isSearch()) {
            var ids = new ArrayList<UUID>();
            door.each(
                    EnterpriseIndex.INDEX,
                    WhatWasTyped.query(question.typed()),
                    WhatWasTyped.filters(question.filter()),
                    MOST_AT_ONCE,
                    some -> {
                        ids.addAll(some);
                        refuseTooMany(ids.size());
                    });
            return byId(ids);
        }
        var sql = EnterpriseSql.page(question.filter(), EnterpriseOrder.NAME, null);
        return new Which(sql.where(), sql.arguments());
    }

    private boolean one(String act, EnterpriseId id, String tag) {
        var which = byId(List.of(id.value()));
        var done =
                transaction.execute(open -> {
                    var there =
                            jdbc.queryForList(
                                    "select e.id from enterprises.enterprise e where "
                                            + which.condition(),
                                    UUID.class,
                                    which.arguments());
                    if (there.isEmpty()) {
                        throw new UnknownEnterprise(id);
                    }
                    return each(act, which, tag) > 0;
                });
        return Boolean.TRUE.equals(done);
    }

    private static void refuseTooMany(int found) {
        if (found > MOST_OF_ALL) {
            throw new TooManyToTag(MOST_OF_ALL);
        }
    }

    private int each(String act, Which which, String tag) {
        var text = tag.strip().replace("\u0000", "");
        if (text.isEmpty() || text.length() > 40) {
            throw new TagRefused(text);
        }
        var touched =
                transaction.execute(open -> {
                    var arguments = new ArrayList<Object>(List.of(text));
                    arguments.addAll(List.of(which.arguments()));
                    var ids =
                            jdbc.queryForList(
                                    act.formatted(which.condition()),
                                    UUID.class,
                                    arguments.toArray());
                    refuseTooMany(ids.size());
                    tell(ids.toArray(UUID[]::new), act.equals(PUT), text);
                    return ids.size();
                });
        return touched == null ? 0 : touched;
    }

    private void tell(UUID[] changed, boolean put, String tag) {
        if (changed.length == 0) {
            return;
        }
        var tenant = CurrentTenant.get();
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "update enterprises.enterprise set version = version + 1, updated_at = ? where id = any (?)",
                now,
                changed);
        jdbc.update(
                """
                insert into audit.change
                    (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before, after)
                select ?, uuidv7(), ?, id, ?, ?, ?, ?, 'tags', ?, ? from unnest(?::uuid[]) as t (id)\
                """,
                tenant.value(),
                Enterprise.SUBJECT,
                now,
                ChangeHistory.actor(),
                ChangeHistory.actorName(),
                put ? "tagged" : "untagged",
                put ? null : tag,
                put ? tag : null,
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
    }
}
