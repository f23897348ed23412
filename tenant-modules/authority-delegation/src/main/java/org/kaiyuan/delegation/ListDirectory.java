package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the zone, and what their next editions will say. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class ListDirectory {
    /** The most lists that are shown. */
    public static final int MOST = 200;

    private static final String SELECT =
            """
            select l.id, l.kind, l.title, coalesce(e.number, 0), e.published_at, coalesce(e.entries, 0),
                   (select count(*) from delegation.draft d where d.tenant_id = l.tenant_id and d.list_id = l.id),
                   l.checked_at, l.checked_name
            from delegation.list l
            left join lateral (
                select x.number, x.published_at, x.entries from delegation.edition x
                where x.tenant_id = l.tenant_id and x.list_id = l.id order by x.number desc limit 1) e on true
            """;

    private final JdbcTemplate jdbc;

    ListDirectory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By kind and title, at most {@link #MOST}. */
    public List<PowerList> all() {
        return jdbc.query(
                SELECT
                        + " order by array_position(array['POWERS', 'DUTIES', 'EMPOWERMENT', 'ENTRUSTMENT', 'SERVICES',"
                        + " 'BOUNDARIES'], l.kind), l.title limit ?",
                ListDirectory::list,
                MOST);
    }

    /** @throws UnknownList when there is none */
    public PowerList get(ListId id) {
        return jdbc.query(SELECT + " where l.id = ?", ListDirectory::list, id.value()).stream()
                .findFirst()
                .orElseThrow(UnknownList::new);
    }

    /**
     * What the draft says differently, in the order of the entries.
     *
     * @param after the last of the page before; null for the first
     * @param limit at most {@link ListEditions#MOST}
     */
    public List<DraftedEntry> draft(ListId list, @Nullable EntryId after, int limit) {
        return jdbc.query(
                """
                select %s, d.entry_id as drafted, d.note, d.version, d.edited_at, d.edited_name, m.name
                from delegation.draft d
                left join delegation.wording w on w.tenant_id = d.tenant_id and w.list_id = d.list_id
                    and w.entry_id = d.entry_id and w.to_edition is null
                left join delegation.matter m on m.tenant_id = d.tenant_id and m.id = coalesce(d.matter_id, w.matter_id)
                where d.list_id = ? and d.entry_id > ?
                order by d.entry_id limit ?\
                """
                        .formatted(Wordings.COLUMNS),
                ListDirectory::drafted,
                list.value(),
                after == null ? new UUID(0, 0) : after.value(),
                Math.clamp(limit, 1, ListEditions.MOST));
    }

    /** What the draft says of one entry; null where it says nothing. */
    public @Nullable DraftedEntry drafted(ListId list, EntryId entry) {
        return jdbc
                .query(
                        """
                        select %s, d.entry_id as drafted, d.note, d.version, d.edited_at, d.edited_name, m.name
                        from delegation.draft d
                        left join delegation.wording w on w.tenant_id = d.tenant_id and w.list_id = d.list_id
                            and w.entry_id = d.entry_id and w.to_edition is null
                        left join delegation.matter m
                            on m.tenant_id = d.tenant_id and m.id = coalesce(d.matter_id, w.matter_id)
                        where d.list_id = ? and d.entry_id = ?\
                        """
                                .formatted(Wordings.COLUMNS),
                        ListDirectory::drafted,
                        list.value(),
                        entry.value())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static DraftedEntry drafted(ResultSet row, int number) throws SQLException {
        var now = row.getObject(1) == null ? null : Wordings.entry(row).note();
        return new DraftedEntry(
                new EntryId(row.getObject("drafted", UUID.class)),
                row.getString("name"),
                now,
                Wordings.note(row.getString("note")),
                row.getInt("version"),
                row.getTimestamp("edited_at").toInstant(),
                row.getString("edited_name"));
    }

    private static PowerList list(ResultSet row, int number) throws SQLException {
        var published = row.getTimestamp(5);
        var checked = row.getTimestamp(8);
        return new PowerList(
                new ListId(row.getObject(1, UUID.class)),
                PowerListKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                published == null ? null : published.toInstant(),
                row.getInt(6),
                row.getInt(7),
                checked == null ? null : checked.toInstant(),
                row.getString(9));
    }
}
