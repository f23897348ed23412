package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Where the current zone puts what it shows. Always looks at what is published now and at what lies here already, so it may be
 * asked twice and in any order; who asks holds the zone's decision meanwhile.
 */
@Component
class Shelf {
    private static final String LISTS =
            """
            insert into delegation.shown_list as s (zone, list_id, kind, title, edition, published_at, entries)
            select l.tenant_id, l.id, l.kind, l.title, 0, e.published_at, 0
            from delegation.list l
            join lateral (select x.published_at from delegation.edition x
                          where x.tenant_id = l.tenant_id and x.list_id = l.id order by x.number desc limit 1) e on true
            where ?::uuid[] is null or l.id = any (?::uuid[])
            on conflict (zone, list_id) do update set title = excluded.title where s.title <> excluded.title\
            """;

    private static final String EDITIONS =
            """
            insert into delegation.shown_edition
                (zone, list_id, number, title, batches, published_at, note, entries)
            select e.tenant_id, e.list_id, e.number, s.title,
                   coalesce((select jsonb_agg(jsonb_build_object(
                                 'number', b.number, 'title', b.title, 'decidedOn', b.decided_on,
                                 'policies', coalesce((
                                     select jsonb_agg(jsonb_build_object('area', p.area, 'title', p.title, 'content', p.content)
                                                      order by p.position)
                                     from delegation.batch_policy p
                                     where p.tenant_id = b.tenant_id and p.list_id = b.list_id and p.batch = b.number), '[]'))
                                 order by b.number)
                             from delegation.batch b where b.tenant_id = e.tenant_id and b.list_id = e.list_id), '[]'),
                   e.published_at, e.note, e.entries
            from delegation.edition e
            join delegation.shown_list s on s.zone = e.tenant_id and s.list_id = e.list_id
            where e.number > s.edition\
            """;

    /** The newest that lie here: what somebody publishes between these statements waits for its own turn. */
    private static final String NEWEST =
            """
            join lateral (select max(x.number) as number from delegation.shown_edition x
                          where x.zone = s.zone and x.list_id = s.list_id) n on true
            """;

    private static final String ENDED =
            """
            update delegation.shown_wording x set to_edition = w.to_edition
            from delegation.wording w
            join delegation.shown_list s on s.zone = w.tenant_id and s.list_id = w.list_id
            %s
            where w.to_edition > s.edition and w.to_edition <= n.number
              and x.zone = w.tenant_id and x.list_id = w.list_id and x.entry_id = w.entry_id
              and x.from_edition = w.from_edition and x.to_edition is null\
            """
                    .formatted(NEWEST);

    /** The five fields by the names that the Sichuan plan 2023–2027 gives them, where the matter itself has none. */
    private static final String WORDINGS =
            """
            insert into delegation.shown_wording
                (zone, list_id, entry_id, from_edition, to_edition, list_kind, matter_id, matter_code, basic_code, matter_name,
                 name_key, matter_kind, field, bases, match_code, act, ends, original_authority, receiving_body, mode, sub_park,
                 category, most_yuan, conditions, effective_on, handover_on, expires_on, document_number, decided_on, issuer,
                 letter, area, batch, duties, shares, remarks)
            select w.tenant_id, w.list_id, w.entry_id, w.from_edition,
                   case when w.to_edition <= n.number then w.to_edition end, s.kind, m.id, m.code, m.basic_code, m.name,
                   m.name_key, m.kind,
                   coalesce(m.field, case w.area when 'GOVERNMENT_SERVICES' then '政务服务' when 'INDUSTRY' then '产业发展'
                                         when 'LAND' then '土地利用' when 'FINANCE' then '财税保障'
                                         when 'INNOVATION' then '科技创新' end),
                   coalesce((select jsonb_agg(jsonb_build_object('title', b.title, 'article', b.article, 'state', b.state,
                                                                 'since', b.since) order by b.position)
                             from delegation.matter_basis b where b.tenant_id = m.tenant_id and b.matter_id = m.id), '[]'),
                   delegation.match_code(m.basic_code, m.code), w.act, w.ends, w.original_authority, w.receiving_body, w.mode,
                   w.sub_park, w.category, w.most_yuan, w.conditions, w.effective_on, w.handover_on, w.expires_on,
                   coalesce(w.document_number, d.number), coalesce(w.decided_on, d.decided_on), coalesce(w.issuer, d.issuer),
                   coalesce(w.letter, t.number), w.area, w.batch, w.duties, w.shares, w.remarks
            from delegation.wording w
            join delegation.shown_list s on s.zone = w.tenant_id and s.list_id = w.list_id
            join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
            left join delegation.paper d on d.tenant_id = w.tenant_id and d.id = w.paper_id
            left join delegation.paper t on t.tenant_id = w.tenant_id and t.id = w.letter_id
            %s
            where w.from_edition > s.edition and w.from_edition <= n.number\
            """
                    .formatted(NEWEST);

    private static final String CURRENT =
            """
            update delegation.shown_list s set edition = e.number, published_at = e.published_at, entries = e.entries
            from (select distinct on (x.list_id) x.zone, x.list_id, x.number, x.published_at, x.entries
                  from delegation.shown_edition x where x.zone = ? order by x.list_id, x.number desc) e,
                 delegation.shown_list o
            where s.zone = e.zone and s.list_id = e.list_id and e.number > s.edition
              and o.zone = s.zone and o.list_id = s.list_id
            returning s.list_id, o.edition, s.edition\
            """;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shelf(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Brings what is published and not here yet, and takes away lists that are not to be shown any more.
     *
     * @param lists which are to be shown; null for all
     */
    void bring(@Nullable Set<ListId> lists) {
        var zone = CurrentTenant.get();
        var now = Timestamp.from(clock.instant());
        int first =
                jdbc.update(
                        """
                        insert into delegation.shown_zone (zone, since, revision, changed_at)
                        values (?, ?, gen_random_uuid(), ?) on conflict do nothing\
                        """,
                        zone.value(),
                        now,
                        now);
        var ids = lists == null ? null : lists.stream().map(ListId::value).toArray(UUID[]::new);
        int taken =
                ids == null
                        ? 0
                        : jdbc.update(
                                "delete from delegation.shown_list where zone = ? and list_id <> all (?)",
                                zone.value(),
                                ids);
        int named = jdbc.update(LISTS, ids, ids);
        jdbc.update(EDITIONS);
        jdbc.update(ENDED);
        jdbc.update(WORDINGS);
        var brought = new ArrayList<ShelfChanged.Brought>();
        jdbc.query(
                CURRENT,
                row -> {
                    brought.add(
                            new ShelfChanged.Brought(
                                    row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)));
                },
                zone.value());
        if (first + taken + named + brought.size() > 0) {
            jdbc.update(
                    "update delegation.shown_zone set revision = gen_random_uuid(), changed_at = ? where zone = ?",
                    now,
                    zone.value());
            events.publishEvent(new ShelfChanged(zone, List.copyOf(brought), taken > 0));
        }
    }

    /** Nothing is left on it. */
    void clear() {
        var zone = CurrentTenant.get();
        if (jdbc.update("delete from delegation.shown_zone where zone = ?", zone.value()) > 0) {
            events.publishEvent(new ShelfChanged(zone, List.of(), true));
        }
    }
}
