package org.kaiyuan.delegation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private final JdbcTemplate jdbc;

    ListEditions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a list, the newest first, at most {@link #MOST}. */
    public List<Edition> of(ListId list) {
        return jdbc.query(
                """
                select number, published_at, published_name, note from delegation.edition
                where list_id = ? order by number desc limit ?\
                """,
                (row, n) ->
                        new Edition(
                                list,
                                row.getInt(1),
                                row.getTimestamp(2).toInstant(),
                                row.getString(3),
                                row.getString(4)),
                list.value(),
                MOST);
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

    /**
     * What became of which entry between two editions, in the order of the entries; those that say the same in both
     * are left out.
     *
     * @param from the earlier one
     */
    public List<EntryDifference> between(ListId list, int from, int to) {
        Map<EntryId, @Nullable EntryNote[]> sides = new LinkedHashMap<>();
        jdbc.query(
                """
                select %s, w.from_edition <= ? as earlier from delegation.wording w
                where w.list_id = ? and (
                    (w.from_edition > ? and w.from_edition <= ? and (w.to_edition is null or w.to_edition > ?))
                    or (w.from_edition <= ? and w.to_edition > ? and w.to_edition <= ?))
                order by w.entry_id, w.from_edition\
                """
                        .formatted(Wordings.COLUMNS),
                row -> {
                    var entry = Wordings.entry(row);
                    var side = row.getBoolean("earlier") ? 0 : 1;
                    sides.computeIfAbsent(entry.id(), id -> new EntryNote[2])[side] = entry.note();
                },
                from,
                list.value(),
                from,
                to,
                to,
                from,
                from,
                to);
        return sides.entrySet().stream()
                .map(one -> new EntryDifference(one.getKey(), one.getValue()[0], one.getValue()[1]))
                .filter(one -> one.before() == null || !one.before().equals(one.after()))
                .toList();
    }
}
