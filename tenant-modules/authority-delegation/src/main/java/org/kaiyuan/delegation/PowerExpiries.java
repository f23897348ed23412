package org.kaiyuan.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants that have run out and of which no list says so yet: an end is an entry of its own, although who decides is clear
 * from the day alone.
 */
@Service
@Transactional
public class PowerExpiries {
    /** The largest page, and the most that are drafted at once. */
    public static final int MOST = 500;

    private static final String UNRECORDED =
            """
            from delegation.wording w
            join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id and l.kind in %s
            join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
            where w.to_edition is null and w.act = 'GRANT' and w.expires_on < ?
              and not exists (select from delegation.wording x where x.tenant_id = w.tenant_id and x.ends = w.entry_id
                              and x.to_edition is null)
              and not exists (select from delegation.draft d where d.tenant_id = w.tenant_id
                              and d.note -> 'ends' ->> 'value' = w.entry_id::text)
            """
                    .formatted(Wordings.HOLD_POWERS);

    private final JdbcTemplate jdbc;
    private final ListDrafting drafting;
    private final Clock clock;

    PowerExpiries(JdbcTemplate jdbc, ListDrafting drafting, Clock clock) {
        this.jdbc = jdbc;
        this.drafting = drafting;
        this.clock = clock;
    }

    /** A page; {@code next} is null on the last one. */
    public record Page(List<UnrecordedExpiry> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Those that ran out first, first.
     *
     * @param after where the page before ended; null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is none of ours
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
    public Page expiriesToRecord(@Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var arguments = new ArrayList<Object>(List.of(LocalDate.now(clock)));
        var behind = "";
        var place = DayPlace.parse(after);
        if (place != null) {
            behind = " and (w.expires_on, w.entry_id) > (?, ?)";
            arguments.add(place.day());
            arguments.add(place.id());
        }
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        "select w.entry_id, w.list_id, l.title, m.name, w.original_authority, w.expires_on "
                                + UNRECORDED
                                + behind
                                + " order by w.expires_on, w.entry_id limit ?",
                        (row, n) ->
                                new UnrecordedExpiry(
                                        new EntryId(row.getObject(1, UUID.class)),
                                        new ListId(row.getObject(2, UUID.class)),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getObject(6, LocalDate.class)),
                        arguments.toArray());
        if (found.size() <= most) {
            return new Page(found, null);
        }
        var page = found.subList(0, most);
        var last = page.getLast();
        return new Page(page, new DayPlace(last.expiredOn(), last.entry().value()).cursor());
    }

    /**
     * Drafts an end for each of them, at most {@link #MOST} at once; published they are with the next edition of their list.
     *
     * @return how many were drafted in which list
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public Map<ListId, Integer> record() {
        Map<ListId, List<ListDrafting.Change>> ends = new LinkedHashMap<>();
        jdbc.query(
                "select "
                        + Wordings.COLUMNS
                        + ", w.list_id "
                        + UNRECORDED
                        + " order by w.expires_on, w.entry_id limit ?",
                row -> {
                    var grant = Wordings.entry(row);
                    ends.computeIfAbsent(
                                    new ListId(row.getObject("list_id", UUID.class)),
                                    list -> new ArrayList<>())
                            .add(new ListDrafting.Change(null, end(grant)));
                },
                LocalDate.now(clock),
                MOST);
        Map<ListId, Integer> drafted = new LinkedHashMap<>();
        ends.forEach((list, changes) -> { // a handful of lists
            drafting.putAll(list, changes);
            drafted.put(list, changes.size());
        });
        return drafted;
    }

    /** It ends on the day after its last. */
    private static EntryNote end(WrittenEntry grant) {
        var note = grant.note();
        var last = Objects.requireNonNull(note.expiresOn());
        return new EntryNote(
                note.matter(),
                EntryAct.EXPIRY,
                grant.id(),
                note.originalAuthority(),
                note.receivingBody(),
                note.mode(),
                note.scope(),
                EntryNote.Days.from(last.plusDays(1)),
                note.document(),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }
}
