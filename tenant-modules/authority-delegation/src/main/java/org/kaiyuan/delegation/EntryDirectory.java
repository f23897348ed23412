package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.records.CursorRefused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Entries of the editions that count, over all lists of the zone. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class EntryDirectory {
    private static final Pattern CURSOR = Pattern.compile("([0-9a-fA-F-]{36})_([0-9a-fA-F-]{36})");

    private final JdbcTemplate jdbc;

    EntryDirectory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A page; {@code next} is null on the last one. */
    public record Page(List<EntryRow> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * List by list, in each in the order of the entries.
     *
     * @param list only of this one; null for all
     * @param after {@code next} of the page before; null for the first
     * @param limit at most {@link ListEditions#MOST}
     * @throws CursorRefused when {@code after} is not from here
     */
    public Page current(
            @Nullable ListId list, ListEditions.Filter filter, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, ListEditions.MOST);
        var where = new StringBuilder("where w.to_edition is null");
        var arguments = new ArrayList<Object>();
        if (after != null) {
            var cursor = CURSOR.matcher(after);
            if (!cursor.matches()) {
                throw new CursorRefused();
            }
            where.append(" and (w.list_id, w.entry_id) > (?, ?)");
            arguments.add(uuid(cursor.group(1)));
            arguments.add(uuid(cursor.group(2)));
        }
        ListEditions.narrow(where, arguments, "w.list_id", list == null ? null : list.value());
        filter.narrow(where, arguments);
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        "select "
                                + ListEditions.ROW
                                + where
                                + " order by w.list_id, w.entry_id limit ?",
                        ListEditions::row,
                        arguments.toArray());
        if (found.size() <= most) {
            return new Page(found, null);
        }
        var last = found.get(most - 1);
        return new Page(found.subList(0, most), last.list() + "_" + last.id());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CursorRefused();
        }
    }
}
