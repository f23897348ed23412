package org.kaiyuan.delegation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds which power: the zone's own published lists beside those that other zones show. A matter is the same where its code in
 * the national catalogue is; one without a code is the one that some zone calls so by a code, or else the one of the same name.
 *
 * @see <a href="../../../../../../../../docs/decisions/0034-what-the-public-sees.md">decision 0034</a>
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class ZoneComparison {
    /** The most zones that are looked at. */
    public static final int MOST_PEERS = 200;

    /** The most zones that stand side by side. */
    public static final int MOST_COLUMNS = 12;

    /** The largest page. */
    public static final int MOST = 200;

    /** A power that somebody's body decides by a list that counts, on the day that is the parameter, thrice. */
    private static final String HOLDS =
            """
            w.to_edition is null and w.act = 'GRANT' and w.mode in ('DIRECT', 'ENTRUSTED', 'BRANCH')
              and w.effective_on <= ? and (w.expires_on is null or w.expires_on >= ?)
            """;

    /** What peers hold by what they show; parameters: zones, then the day thrice. */
    private static final String OF_PEERS =
            """
            select w.zone, w.entry_id, w.matter_name, w.name_key, w.matter_kind, w.original_authority, w.receiving_body, w.mode,
                   w.effective_on,
                   coalesce('c' || w.match_code,
                            'c' || (select min(c.match_code) from delegation.shown_wording c
                                    where c.name_key = w.name_key and c.to_edition is null and c.match_code is not null),
                            'n' || w.name_key) as key
            from delegation.shown_wording w
            where w.zone = any (?) and w.list_kind in %s and %s
              and not exists (select from delegation.shown_wording x where x.zone = w.zone and x.ends = w.entry_id
                              and x.to_edition is null and x.effective_on <= ?)
            """
                    .formatted(Wordings.HOLD_POWERS, HOLDS);

    /** What the zone itself holds by what it published; parameters: the day thrice. */
    private static final String OWN =
            """
            select w.tenant_id as zone, w.entry_id, m.name as matter_name, m.name_key, m.kind as matter_kind,
                   w.original_authority, w.receiving_body, w.mode, w.effective_on,
                   coalesce('c' || delegation.match_code(m.basic_code, m.code),
                            'c' || (select min(c.match_code) from delegation.shown_wording c
                                    where c.name_key = m.name_key and c.to_edition is null and c.match_code is not null),
                            'n' || m.name_key) as key
            from delegation.wording w
            join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
            join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id and l.kind in %s
            where %s
              and not exists (select from delegation.wording x where x.tenant_id = w.tenant_id and x.ends = w.entry_id
                              and x.to_edition is null and x.effective_on <= ?)
            """
                    .formatted(Wordings.HOLD_POWERS, HOLDS);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ZoneComparison(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Another zone that shows its lists.
     *
     * @param alike whether it is of the same type as one's own
     */
    public record Peer(TenantId id, String code, String name, String levelType, boolean alike) {}

    /**
     * Who decides a matter in a zone.
     *
     * @param entry by which entry; whoever shows it has a page of it
     * @param since the first day
     */
    public record Holding(
            TenantId zone, EntryId entry, String body, DelegationMode mode, LocalDate since) {}

    /**
     * A matter, and who holds it.
     *
     * @param holdings by zone; zones that do not hold it are not there
     * @param place where a page ends that ends with it
     */
    public record Line(
            String matterName,
            MatterKind kind,
            String originalAuthority,
            Map<TenantId, Holding> holdings,
            Place place) {
        public Line {
            holdings = Map.copyOf(holdings);
        }
    }

    /**
     * A matter that peers hold and one's own zone does not.
     *
     * @param originalAuthority who held it before in the peers; the most frequent
     * @param peers how many hold it
     * @param some of them, at most three
     * @param place where a page ends that ends with it
     */
    public record Gap(
            String matterName,
            MatterKind kind,
            String originalAuthority,
            int peers,
            List<Holding> some,
            Place place) {
        public Gap {
            some = List.copyOf(some);
        }
    }

    /** Where in the order of the lines something stands. */
    public record Place(int peers, String name, String key) {}

    /** Those of the same type first, by name, at most {@link #MOST_PEERS}. */
    public List<Peer> peers() {
        return jdbc.query(
                """
                select t.id, t.code, t.name, t.level_type, t.level_type = me.level_type as alike
                from delegation.shown_zone s join tenancy.tenant t on t.id = s.zone
                join tenancy.tenant me on me.id = ? and t.id <> me.id
                where\
                """
                        + ShownPowers.SHOWS
                        + "order by 5 desc, t.name limit ?",
                (row, n) ->
                        new Peer(
                                new TenantId(row.getLong(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5)),
                CurrentTenant.get().value(),
                MOST_PEERS);
    }

    /**
     * Matters that one's own zone or one of the peers holds, by their names.
     *
     * @param peers at most {@link #MOST_COLUMNS}; those that show nothing are left out
     * @param kind only of this kind; null for all
     * @param after place of the last line of the page before; null for the first
     * @param limit at most {@link #MOST}
     */
    public List<Line> matrix(
            Set<TenantId> peers, @Nullable MatterKind kind, @Nullable Place after, int limit) {
        var arguments = arguments(showing(peers, MOST_COLUMNS), kind);
        var start = after == null ? new Place(0, "", "") : after;
        arguments.addAll(List.of(start.name(), start.key(), Math.clamp(limit, 1, MOST)));
        var lines = new LinkedHashMap<String, Line>();
        jdbc.query(
                """
                with held as (%s union all %s),
                page as (
                    select h.key, min(h.name_key) as name from held h
                    where (?::text is null or h.matter_kind = ?) group by h.key
                    having (min(h.name_key), h.key) > (?, ?)
                    order by 2, 1 limit ?)
                select distinct on (p.name, p.key, h.zone) p.key, p.name, h.zone, h.entry_id, h.matter_name, h.matter_kind,
                       h.original_authority, h.receiving_body, h.mode, h.effective_on
                from page p join held h on h.key = p.key
                order by p.name, p.key, h.zone, h.effective_on, h.entry_id\
                """
                        .formatted(OF_PEERS, OWN),
                row -> {
                    var one = holding(row);
                    var key = row.getString("key");
                    var before = lines.get(key);
                    var holdings =
                            new HashMap<TenantId, Holding>(
                                    before == null ? Map.of() : before.holdings());
                    holdings.put(one.zone(), one);
                    lines.put(
                            key,
                            new Line(
                                    row.getString("matter_name"),
                                    MatterKind.valueOf(row.getString("matter_kind")),
                                    row.getString("original_authority"),
                                    holdings,
                                    new Place(0, row.getString("name"), key)));
                },
                arguments.toArray());
        return List.copyOf(lines.values());
    }

    /**
     * Matters that peers hold and one's own zone does not, those that most hold first.
     *
     * @param peers those that show nothing are left out
     * @param kind only of this kind; null for all
     * @param after place of the last line of the page before; null for the first
     * @param limit at most {@link #MOST}
     */
    public List<Gap> gaps(
            Set<TenantId> peers, @Nullable MatterKind kind, @Nullable Place after, int limit) {
        var arguments = arguments(showing(peers, MOST_PEERS), kind);
        var start = after == null ? new Place(Integer.MAX_VALUE, "", "") : after;
        arguments.addAll(
                List.of(
                        start.peers(),
                        start.peers(),
                        start.name(),
                        start.key(),
                        Math.clamp(limit, 1, MOST)));
        return jdbc.query(
                """
                with held as (%s), own as (%s),
                page as (
                    select * from (
                        select h.key, min(h.name_key) as name, count(distinct h.zone)::int as peers,
                               mode() within group (order by h.original_authority) as authority
                        from held h
                        where (?::text is null or h.matter_kind = ?)
                          and not exists (select from own o where o.key = h.key)
                        group by h.key) g
                    where peers < ? or peers = ? and (name, key) > (?, ?)
                    order by peers desc, name, key limit ?),
                first as (
                    select distinct on (p.key, h.zone) h.*, p.name, p.peers, p.authority
                    from page p join held h on h.key = p.key order by p.key, h.zone, h.effective_on, h.entry_id)
                select f.key, f.name, f.peers, f.authority,
                       (array_agg(f.matter_name order by f.zone))[1] as matter_name,
                       (array_agg(f.matter_kind order by f.zone))[1] as matter_kind,
                       (array_agg(f.zone order by f.zone))[1:3] as zones,
                       (array_agg(f.entry_id order by f.zone))[1:3] as entries,
                       (array_agg(f.receiving_body order by f.zone))[1:3] as bodies,
                       (array_agg(f.mode order by f.zone))[1:3] as modes,
                       (array_agg(f.effective_on order by f.zone))[1:3] as days
                from first f group by 1, 2, 3, 4 order by f.peers desc, f.name, f.key\
                """
                        .formatted(OF_PEERS, OWN),
                ZoneComparison::gap,
                arguments.toArray());
    }

    private List<@Nullable Object> arguments(Long[] zones, @Nullable MatterKind kind) {
        var day = LocalDate.now(clock);
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(zones);
        arguments.addAll(List.of(day, day, day, day, day, day));
        arguments.add(kind == null ? null : kind.name());
        arguments.add(kind == null ? null : kind.name());
        return arguments;
    }

    /** Those of the zones that show something, as PostgreSQL takes them. */
    private Long[] showing(Set<TenantId> zones, int most) {
        return jdbc.queryForList(
                        """
                        select t.id from delegation.shown_zone s join tenancy.tenant t on t.id = s.zone
                        where t.id = any (?) and t.id <> ? and\
                        """
                                + ShownPowers.SHOWS
                                + "order by t.name limit ?",
                        Long.class,
                        zones.stream().map(TenantId::value).toArray(Long[]::new),
                        CurrentTenant.get().value(),
                        most)
                .toArray(Long[]::new);
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                new TenantId(row.getLong("zone")),
                new EntryId(row.getObject("entry_id", UUID.class)),
                row.getString("receiving_body"),
                DelegationMode.valueOf(row.getString("mode")),
                row.getObject("effective_on", LocalDate.class));
    }

    private static Gap gap(ResultSet row, int number) throws SQLException {
        var zones = (Long[]) row.getArray("zones").getArray();
        var entries = (UUID[]) row.getArray("entries").getArray();
        var bodies = (String[]) row.getArray("bodies").getArray();
        var modes = (String[]) row.getArray("modes").getArray();
        var days = (Date[]) row.getArray("days").getArray();
        var some = new ArrayList<Holding>();
        for (int i = 0; i < zones.length; i++) {
            some.add(
                    new Holding(
                            new TenantId(zones[i]),
                            new EntryId(entries[i]),
                            bodies[i],
                            DelegationMode.valueOf(modes[i]),
                            days[i].toLocalDate()));
        }
        return new Gap(
                row.getString("matter_name"),
                MatterKind.valueOf(row.getString("matter_kind")),
                row.getString("authority"),
                row.getInt("peers"),
                some,
                new Place(row.getInt("peers"), row.getString("name"), row.getString("key")));
    }
}
