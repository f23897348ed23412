package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What zones show, for everybody. Reads what they have put out for that alone, and nothing of a zone's own, whoever asks; so it asks
 * for no permission.
 *
 * @see <a href="../../../../../../../../docs/decisions/0034-what-the-public-sees.md">decision 0034</a>
 */
@Service
@Transactional(readOnly = true)
public class ShownPowers {
    /** The largest page. */
    public static final int MOST = 500;

    /** The most combinations that are told apart; the rarest are left out. */
    public static final int MOST_TALLIES = 5000;

    /** Where a zone that shows something stands: one that is suspended, to be deleted or without this module shows nothing. */
    static final String SHOWS =
            " t.state = 'ACTIVE' and (t.modules is null or 'delegation' = any (t.modules)) ";

    private static final String COUNTS = "w.to_edition is null and w.act = 'GRANT'";

    private final JdbcTemplate jdbc;

    ShownPowers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The zone of this code; empty where there is none, or it shows nothing. */
    public Optional<ShownZone> zone(String code) {
        return jdbc
                .query(
                        """
                        select t.id, t.code, t.name, t.level_type, t.city, s.since, s.revision, s.changed_at
                        from tenancy.tenant t join delegation.shown_zone s on s.zone = t.id
                        where t.code = ? and\
                        """
                                + SHOWS,
                        (row, n) ->
                                new ShownZone(
                                        new TenantId(row.getLong(1)),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getTimestamp(6).toInstant(),
                                        row.getObject(7, UUID.class),
                                        row.getTimestamp(8).toInstant()),
                        code)
                .stream()
                .findFirst();
    }

    /** By kind and title, at most {@link ListDirectory#MOST}. */
    public List<ShownList> lists(ShownZone zone) {
        return jdbc.query(
                """
                select list_id, kind, title, edition, published_at, entries from delegation.shown_list where zone = ?
                order by array_position(array['POWERS', 'EMPOWERMENT', 'ENTRUSTMENT', 'SERVICES', 'DUTIES', 'BOUNDARIES'], kind),
                    title
                limit ?\
                """,
                ShownRows::list,
                zone.id().value(),
                ListDirectory.MOST);
    }

    /** The newest first, at most {@link #MOST}. */
    public List<ShownEdition> editions(ShownZone zone, ListId list) {
        return jdbc.query(
                """
                select e.list_id, l.kind, e.number, e.title, e.published_at, e.note, e.entries, '[]' as batches
                from delegation.shown_edition e join delegation.shown_list l on l.zone = e.zone and l.list_id = e.list_id
                where e.zone = ? and e.list_id = ? order by e.number desc limit ?\
                """,
                ShownRows::edition,
                zone.id().value(),
                list.value(),
                MOST);
    }

    /** One of them, with its batches. */
    public Optional<ShownEdition> edition(ShownZone zone, ListId list, int number) {
        return jdbc
                .query(
                        """
                        select e.list_id, l.kind, e.number, e.title, e.published_at, e.note, e.entries, e.batches
                        from delegation.shown_edition e
                        join delegation.shown_list l on l.zone = e.zone and l.list_id = e.list_id
                        where e.zone = ? and e.list_id = ? and e.number = ?\
                        """,
                        ShownRows::edition,
                        zone.id().value(),
                        list.value(),
                        number)
                .stream()
                .findFirst();
    }

    /**
     * Entries of a version in the order in which they were written, each with what ended it by then.
     *
     * @param after the last entry of the page before; null for the first page
     * @param limit at most {@link #MOST}
     */
    public List<ShownEntry> entries(
            ShownZone zone, ListId list, int edition, @Nullable EntryId after, int limit) {
        return jdbc.query(
                "select "
                        + ShownRows.COLUMNS
                        + ShownRows.FROM_THEN
                        + """
                        where w.zone = ? and w.list_id = ? and w.from_edition <= ?
                          and (w.to_edition is null or w.to_edition > ?) and w.entry_id > ?
                        order by w.entry_id limit ?\
                        """,
                ShownRows::entry,
                edition,
                edition,
                zone.id().value(),
                list.value(),
                edition,
                edition,
                after == null ? new UUID(0, 0) : after.value(),
                Math.clamp(limit, 1, MOST));
    }

    /**
     * Powers by the versions that count, in the order in which they were written.
     *
     * @param at where the page begins; null for the first
     * @param backwards whether the page ends before that, instead of beginning after it
     * @param limit at most {@link #MOST}
     */
    public ShownPage page(
            ShownZone zone,
            ShownFilter filter,
            @Nullable EntryId at,
            boolean backwards,
            int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var where = new StringBuilder(" where w.zone = ? and " + COUNTS);
        var arguments = new ArrayList<Object>();
        arguments.add(zone.id().value());
        narrow(where, arguments, filter);
        if (at != null) {
            where.append(backwards ? " and w.entry_id < ?" : " and w.entry_id > ?");
            arguments.add(at.value());
        }
        arguments.add(most + 1);
        var found =
                new ArrayList<>(
                        jdbc.query(
                                "select "
                                        + ShownRows.COLUMNS
                                        + ShownRows.FROM
                                        + where
                                        + " order by w.entry_id"
                                        + (backwards ? " desc" : "")
                                        + " limit ?",
                                ShownRows::entry,
                                arguments.toArray()));
        boolean more = found.size() > most;
        var items = new ArrayList<>(more ? found.subList(0, most) : found);
        if (backwards) {
            Collections.reverse(items);
        }
        if (items.isEmpty()) {
            return new ShownPage(items, null, null);
        }
        boolean isFirst = backwards ? !more : at == null;
        boolean isLast = !backwards && !more;
        return new ShownPage(
                items,
                isFirst ? null : items.getFirst().id(),
                isLast ? null : items.getLast().id());
    }

    /** How many powers of which kind, field and body each kind of list has, at most {@link #MOST_TALLIES}. */
    public List<ShownTally> tallies(ShownZone zone) {
        return jdbc.query(
                """
                select w.list_kind, w.matter_kind, w.field, w.receiving_body, count(*)
                from delegation.shown_wording w where w.zone = ?\
                """
                        + " and "
                        + COUNTS
                        + " group by 1, 2, 3, 4 order by 5 desc, 4 limit ?",
                (row, n) ->
                        new ShownTally(
                                PowerListKind.valueOf(row.getString(1)),
                                MatterKind.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5)),
                zone.id().value(),
                MOST_TALLIES);
    }

    /** An entry as the version that counts has it, or the last that had it. */
    public Optional<ShownEntry> entry(ShownZone zone, EntryId id) {
        return wordings(zone, id).stream().reduce((earlier, later) -> later);
    }

    /** An entry as a version of its list has it, with what ended it by then. */
    public Optional<ShownEntry> entry(ShownZone zone, EntryId id, int edition) {
        return jdbc
                .query(
                        "select "
                                + ShownRows.COLUMNS
                                + ShownRows.FROM_THEN
                                + """
                                where w.zone = ? and w.entry_id = ? and w.from_edition <= ?
                                  and (w.to_edition is null or w.to_edition > ?)
                                  and exists (select from delegation.shown_edition e where e.zone = w.zone
                                              and e.list_id = w.list_id and e.number = ?)\
                                """,
                        ShownRows::entry,
                        edition,
                        edition,
                        zone.id().value(),
                        id.value(),
                        edition,
                        edition,
                        edition)
                .stream()
                .findFirst();
    }

    /** What has to be done when the power is used, by the 责任清单 that is shown beside it; empty where none is. */
    public List<Duty> duties(ShownZone zone, ShownEntry power) {
        return jdbc
                .query(
                        "select "
                                + ShownRows.COLUMNS
                                + ShownRows.FROM
                                + """
                                where w.zone = ? and w.matter_id = ? and w.to_edition is null and w.list_kind = 'DUTIES'
                                  and w.duties <> '[]' order by w.entry_id limit 1\
                                """,
                        ShownRows::entry,
                        zone.id().value(),
                        power.matter().id())
                .stream()
                .findFirst()
                .map(one -> one.note().particulars().duties())
                .orElse(List.of());
    }

    /** What became of an entry from version to version, and of what it grants, the newest first; at most {@link #MOST}. */
    public List<ShownChange> changes(ShownZone zone, EntryId id) {
        var said = wordings(zone, id);
        if (said.isEmpty()) {
            return List.of();
        }
        var published = published(zone, said.getFirst().list());
        var changes = new ArrayList<ShownChange>();
        ShownEntry before = null;
        for (var one : said) {
            boolean follows =
                    before != null && before.upTo() != null && before.upTo() == one.from();
            if (before != null && !follows) {
                changes.add(unlisted(before, published));
            }
            changes.add(
                    new ShownChange(
                            follows ? ShownChange.Kind.CHANGED : ShownChange.Kind.LISTED,
                            one.from(),
                            published.getOrDefault(one.from(), Instant.EPOCH),
                            one,
                            follows && before != null ? fields(before, one) : List.of()));
            before = one;
        }
        if (before != null && before.upTo() != null) {
            changes.add(unlisted(before, published));
        }
        changes.addAll(ends(zone, id));
        changes.sort(
                Comparator.comparing(ShownChange::publishedAt)
                        .thenComparing(ShownChange::kind)
                        .reversed());
        return changes;
    }

    private static List<EntryDifference.Field> fields(ShownEntry before, ShownEntry after) {
        var fields = new ArrayList<EntryDifference.Field>();
        if (!before.matter().name().equals(after.matter().name())) {
            fields.add(
                    new EntryDifference.Field(
                            "matter", before.matter().name(), after.matter().name()));
        }
        fields.addAll(
                new EntryDifference(after.id(), after.matter().name(), before.note(), after.note())
                        .fields());
        if (!before.matter().bases().equals(after.matter().bases())) {
            fields.add(
                    new EntryDifference.Field(
                            "bases", before.matter().bases(), after.matter().bases()));
        }
        return fields;
    }

    private static ShownChange unlisted(ShownEntry last, Map<Integer, Instant> published) {
        int edition = last.upTo() == null ? last.from() : last.upTo();
        return new ShownChange(
                ShownChange.Kind.UNLISTED,
                edition,
                published.getOrDefault(edition, Instant.EPOCH),
                null,
                List.of());
    }

    private Map<Integer, Instant> published(ShownZone zone, ListId list) {
        var moments = new HashMap<Integer, Instant>();
        jdbc.query(
                "select number, published_at from delegation.shown_edition where zone = ? and list_id = ?",
                row -> {
                    moments.put(row.getInt(1), row.getTimestamp(2).toInstant());
                },
                zone.id().value(),
                list.value());
        return moments;
    }

    /** As they were first published; an end that was taken back ends nothing. */
    private List<ShownChange> ends(ShownZone zone, EntryId grant) {
        return jdbc.query(
                "select "
                        + ShownRows.COLUMNS
                        + """
                        , (select e.published_at from delegation.shown_edition e
                           where e.zone = w.zone and e.list_id = w.list_id and e.number = w.from_edition) as published_at
                        """
                        + ShownRows.FROM
                        + "where w.zone = ? and w.ends = ? and w.to_edition is null order by w.entry_id limit ?",
                (row, n) -> {
                    var entry = ShownRows.entry(row, n);
                    Timestamp at = row.getTimestamp("published_at");
                    return new ShownChange(
                            entry.note().act() == EntryAct.RECALL
                                    ? ShownChange.Kind.RECALLED
                                    : ShownChange.Kind.EXPIRED,
                            entry.from(),
                            at == null ? Instant.EPOCH : at.toInstant(),
                            entry,
                            List.of());
                },
                zone.id().value(),
                grant.value(),
                MOST);
    }

    /** All that was ever said, the oldest first. */
    private List<ShownEntry> wordings(ShownZone zone, EntryId id) {
        return jdbc.query(
                "select "
                        + ShownRows.COLUMNS
                        + ShownRows.FROM
                        + "where w.zone = ? and w.entry_id = ? order by w.from_edition limit ?",
                ShownRows::entry,
                zone.id().value(),
                id.value(),
                MOST);
    }

    static void narrow(StringBuilder where, List<Object> arguments, ShownFilter filter) {
        where.append(" and w.list_kind = any (?)");
        arguments.add(filter.lists().stream().map(Enum::name).sorted().toArray(String[]::new));
        if (filter.kind() != null) {
            where.append(" and w.matter_kind = ?");
            arguments.add(filter.kind().name());
        }
        if (filter.field() != null) {
            where.append(" and w.field = ?");
            arguments.add(filter.field());
        }
        if (filter.body() != null) {
            where.append(" and w.receiving_body = ?");
            arguments.add(filter.body());
        }
    }
}
