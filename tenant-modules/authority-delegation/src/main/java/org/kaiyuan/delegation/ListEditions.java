package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Editions of a list as they were published. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class ListEditions {
    /** The largest page. */
    public static final int MOST = 500;

    static final String ROW =
            Wordings.COLUMNS
                    + ", w.list_id, m.code, m.name, m.kind, m.field, m.basis_state"
                    + " from delegation.wording w join delegation.matter m"
                    + " on m.tenant_id = w.tenant_id and m.id = w.matter_id ";

    private static final String EDITION =
            """
            select list_id, number, published_at, published_name, note, waived, findings, entries from delegation.edition
            where list_id = ?\s
            """;

    private final JdbcTemplate jdbc;

    ListEditions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which entries of an edition.
     *
     * @param matters only about these; null for all
     */
    public record Filter(
            @Nullable List<MatterId> matters,
            @Nullable EntryAct act,
            @Nullable DelegationMode mode,
            @Nullable String receivingBody,
            @Nullable EmpowermentArea area,
            @Nullable Integer batch) {
        public static final Filter ALL = new Filter(null, null, null, null, null, null);

        public Filter {
            receivingBody = receivingBody == null ? null : ChineseText.storable(receivingBody);
        }

        void narrow(StringBuilder where, List<Object> arguments) {
            if (matters != null) {
                where.append(" and w.matter_id = any (?)");
                arguments.add(matters.stream().map(MatterId::value).toArray(UUID[]::new));
            }
            ListEditions.narrow(where, arguments, "w.act", act == null ? null : act.name());
            ListEditions.narrow(where, arguments, "w.mode", mode == null ? null : mode.name());
            ListEditions.narrow(where, arguments, "w.receiving_body", receivingBody);
            ListEditions.narrow(where, arguments, "w.area", area == null ? null : area.name());
            ListEditions.narrow(where, arguments, "w.batch", batch);
        }
    }

    /** All of a list, the newest first, at most {@link #MOST}. */
    public List<Edition> of(ListId list) {
        return jdbc.query(
                EDITION + "order by number desc limit ?",
                ListEditions::edition,
                list.value(),
                MOST);
    }

    /** @throws UnknownEdition when the list has none of that number */
    public Edition get(ListId list, int number) {
        return jdbc
                .query(EDITION + "and number = ?", ListEditions::edition, list.value(), number)
                .stream()
                .findFirst()
                .orElseThrow(UnknownEdition::new);
    }

    /**
     * Entries of an edition in the order of their ids, which is that in which they were written.
     *
     * @param after the last entry of the page before; null for the first page
     * @param limit at most {@link #MOST}
     */
    public List<WrittenEntry> entries(
            ListId list, int edition, @Nullable EntryId after, int limit) {
        return jdbc.query(
                """
                select %s from delegation.wording w
                where w.list_id = ? and w.from_edition <= ? and (w.to_edition is null or w.to_edition > ?)
                  and w.entry_id > ?
                order by w.entry_id limit ?\
                """
                        .formatted(Wordings.COLUMNS),
                (row, n) -> Wordings.entry(row),
                list.value(),
                edition,
                edition,
                after == null ? new UUID(0, 0) : after.value(),
                Math.clamp(limit, 1, MOST));
    }

    /** As {@link #entries}, with the names of their matters, narrowed by a filter. */
    public EntryPage rows(
            ListId list, int edition, Filter filter, @Nullable EntryId after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var where =
                new StringBuilder(
                        "where w.list_id = ? and w.from_edition <= ? and (w.to_edition is null or w.to_edition > ?) and w.entry_id > ?");
        var arguments = new ArrayList<Object>();
        arguments.add(list.value());
        arguments.add(edition);
        arguments.add(edition);
        arguments.add(after == null ? new UUID(0, 0) : after.value());
        filter.narrow(where, arguments);
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        "select " + ROW + where + " order by w.entry_id limit ?",
                        ListEditions::row,
                        arguments.toArray());
        return found.size() <= most
                ? new EntryPage(found, null)
                : new EntryPage(found.subList(0, most), found.get(most - 1).id());
    }

    /**
     * An entry as the edition that counts has it, or the last that had it.
     *
     * @throws UnknownEntry when no edition of the zone has it
     */
    public EntryRow entry(EntryId id) {
        return jdbc
                .query(
                        "select "
                                + ROW
                                + "where w.entry_id = ? order by w.from_edition desc limit 1",
                        ListEditions::row,
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownEntry::new);
    }

    /**
     * What became of which entry between two editions, in the order of the entries; those that say the same in both
     * are left out.
     *
     * @param from what it is compared from, mostly the earlier one
     */
    public List<EntryDifference> between(ListId list, int from, int to) {
        return sides(list, from, to, null, Integer.MAX_VALUE).stream()
                .map(EntryDifference::of)
                .filter(ListEditions::differs)
                .toList();
    }

    /**
     * As {@link #between}, page by page.
     *
     * @param after the last entry of the page before; null for the first page
     * @param limit at most {@link #MOST}
     */
    public DifferencePage differences(
            ListId list, int from, int to, @Nullable EntryId after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        // an entry is two rows at most
        var found = sides(list, from, to, after, 2 * (most + 1));
        var shown = found.size() <= most ? found : found.subList(0, most);
        return new DifferencePage(
                shown.stream().map(EntryDifference::of).filter(ListEditions::differs).toList(),
                found.size() <= most ? null : shown.getLast().id());
    }

    private static boolean differs(EntryDifference one) {
        return one.before() == null || !one.before().equals(one.after());
    }

    private List<EntryDifference.Sides> sides(
            ListId list, int from, int to, @Nullable EntryId after, int rows) {
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        Map<EntryId, EntryDifference.Sides> sides = new LinkedHashMap<>();
        jdbc.query(
                """
                select %s where w.list_id = ? and w.entry_id > ? and (
                    (w.from_edition > ? and w.from_edition <= ? and (w.to_edition is null or w.to_edition > ?))
                    or (w.from_edition <= ? and w.to_edition > ? and w.to_edition <= ?))
                order by w.entry_id, w.from_edition limit ?\
                """
                        .formatted(
                                ROW.replace(
                                        " from delegation.wording",
                                        ", w.from_edition <= ? as earlier from delegation.wording")),
                row -> {
                    var entry = row(row, 0);
                    boolean before = row.getBoolean("earlier") == (from <= to);
                    sides.merge(
                            entry.id(),
                            before
                                    ? new EntryDifference.Sides(entry, null)
                                    : new EntryDifference.Sides(null, entry),
                            EntryDifference.Sides::and);
                },
                low,
                list.value(),
                after == null ? new UUID(0, 0) : after.value(),
                low,
                high,
                high,
                low,
                low,
                high,
                rows);
        return List.copyOf(sides.values());
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                new ListId(row.getObject(1, UUID.class)),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getInt(8));
    }

    static void narrow(
            StringBuilder where, List<Object> arguments, String column, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = ?");
            arguments.add(value);
        }
    }

    static EntryRow row(ResultSet row, int number) throws SQLException {
        var entry = Wordings.entry(row);
        return new EntryRow(
                entry.id(),
                new ListId(row.getObject(26, UUID.class)),
                row.getString(27),
                row.getString(28),
                MatterKind.valueOf(row.getString(29)),
                row.getString(30),
                BasisState.valueOf(row.getString(31)),
                entry.note());
    }
}
