package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ReadinessBoard.Filter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the park is with taking over what it was granted. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class ReadinessDirectory {
    /** The largest page. */
    public static final int MOST = 200;

    /** Where cards without a day stand: after all others. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** A grant stands in one column; the alarm goes before how far the work is. Asks for the day three times. */
    private static final String BOARD =
            "with "
                    + CurrentGrants.GRANTS
                    + """
                    , board as (
                        select g.*, r.owner, r.owner_name, r.due_on, coalesce(r.due_on, date '9999-12-31') as place,
                               case when coalesce(r.open_items, 6) = 0 then 'READY'
                                    when g.effective_on <= ? then 'ALARM'
                                    when coalesce(r.open_items, 6) = 6 then 'NOT_BEGUN'
                                    else 'PREPARING' end as stands
                        from grants g
                        left join delegation.readiness r on r.tenant_id = g.tenant_id and r.entry_id = g.entry_id
                    """;

    private static final String SETTLED =
            """
            array(select i.item from delegation.readiness_item i
                  where i.tenant_id = x.tenant_id and i.entry_id = x.entry_id and i.state <> 'OPEN') as settled
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ReadinessDirectory(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The first cards of every column, those that are due first; one statement.
     *
     * @param limit cards of a column, at most {@link #MOST}
     */
    public ReadinessBoard board(Filter filter, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var arguments = begin();
        var where = narrowed(filter, arguments);
        arguments.add(most);
        Map<ReadinessColumn, Integer> counts = new EnumMap<>(ReadinessColumn.class);
        Map<ReadinessColumn, List<ReadinessCard>> cards = new EnumMap<>(ReadinessColumn.class);
        jdbc.query(
                """
                %s where true %s)
                select x.*, %s from (
                    select b.*, count(*) over (partition by b.stands) as many,
                           row_number() over (partition by b.stands order by b.place, b.entry_id) as nth
                    from board b) x
                where x.nth <= ? order by x.stands, x.nth\
                """
                        .formatted(BOARD, where, SETTLED),
                row -> {
                    var card = card(row, 0);
                    counts.put(card.column(), row.getInt("many"));
                    cards.computeIfAbsent(card.column(), one -> new ArrayList<>()).add(card);
                },
                arguments.toArray());
        Map<ReadinessColumn, ReadinessBoard.Column> columns = new EnumMap<>(ReadinessColumn.class);
        cards.forEach((column, some) -> {
            int count = counts.getOrDefault(column, 0);
            columns.put(
                    column,
                    new ReadinessBoard.Column(
                            count, some, count > some.size() ? cursor(some.getLast()) : null));
        });
        return new ReadinessBoard(columns);
    }

    /**
     * More of one column.
     *
     * @param after where the page before ended; null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is none of ours
     */
    public ReadinessBoard.Page page(
            ReadinessColumn column, Filter filter, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var arguments = begin();
        var where = narrowed(filter, arguments);
        arguments.add(column.name());
        var place = DayPlace.parse(after);
        var behind = "";
        if (place != null) {
            behind = " and (x.place, x.entry_id) > (?, ?)";
            arguments.add(place.day());
            arguments.add(place.id());
        }
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        """
                        %s where true %s)
                        select x.*, %s from board x where x.stands = ? %s order by x.place, x.entry_id limit ?\
                        """
                                .formatted(BOARD, where, SETTLED, behind),
                        ReadinessDirectory::card,
                        arguments.toArray());
        if (found.size() <= most) {
            return new ReadinessBoard.Page(found, null);
        }
        var page = found.subList(0, most);
        return new ReadinessBoard.Page(page, cursor(page.getLast()));
    }

    /**
     * One with all that is said of it.
     *
     * @throws UnknownPower when no list grants it now
     */
    public Readiness get(EntryId entry) {
        CurrentGrants.refuseUnknown(jdbc, List.of(entry), LocalDate.now(clock));
        return stored(jdbc, entry);
    }

    /** Who delegated what counts now, for choosing one. */
    public List<String> authorities() {
        return CurrentGrants.authorities(jdbc, LocalDate.now(clock));
    }

    static Readiness stored(JdbcTemplate jdbc, EntryId entry) {
        Map<ReadinessItem, ReadinessLine> lines = new EnumMap<>(ReadinessItem.class);
        Arrays.stream(ReadinessItem.values())
                .forEach(item -> lines.put(item, ReadinessLine.open(item)));
        jdbc.query(
                "select item, state, done_on, remark from delegation.readiness_item where entry_id = ?",
                row -> {
                    var item = ReadinessItem.valueOf(row.getString(1));
                    lines.put(
                            item,
                            new ReadinessLine(
                                    item,
                                    ReadinessItemState.valueOf(row.getString(2)),
                                    row.getObject(3, LocalDate.class),
                                    row.getString(4)));
                },
                entry.value());
        var all = List.copyOf(lines.values());
        return jdbc
                .query(
                        "select owner, owner_name, due_on, version from delegation.readiness where entry_id = ?",
                        (row, n) ->
                                new Readiness(
                                        entry,
                                        row.getString(1),
                                        row.getString(2),
                                        row.getObject(3, LocalDate.class),
                                        all,
                                        row.getLong(4)),
                        entry.value())
                .stream()
                .findFirst()
                .orElse(new Readiness(entry, null, null, null, all, 0));
    }

    private List<Object> begin() {
        var today = LocalDate.now(clock);
        return new ArrayList<>(List.of(today, today, today));
    }

    private static String narrowed(Filter filter, List<Object> arguments) {
        var where = new StringBuilder();
        if (filter.unowned()) {
            where.append(" and r.owner is null");
        } else if (filter.owner() != null) {
            where.append(" and r.owner = ?");
            arguments.add(filter.owner());
        }
        if (filter.originalAuthority() != null) {
            where.append(" and g.original_authority = ?");
            arguments.add(filter.originalAuthority());
        }
        return where.toString();
    }

    private static String cursor(ReadinessCard last) {
        return new DayPlace(last.dueOn() == null ? LAST : last.dueOn(), last.entry().value())
                .cursor();
    }

    private static ReadinessCard card(ResultSet row, int number) throws SQLException {
        var open = EnumSet.allOf(ReadinessItem.class);
        for (var settled : (String[]) row.getArray("settled").getArray()) {
            open.remove(ReadinessItem.valueOf(settled));
        }
        return new ReadinessCard(
                new EntryId(row.getObject("entry_id", UUID.class)),
                new ListId(row.getObject("list_id", UUID.class)),
                new MatterId(row.getObject("matter_id", UUID.class)),
                row.getString("matter_code"),
                row.getString("matter_name"),
                row.getString("original_authority"),
                row.getString("receiving_body"),
                row.getString("sub_park"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("handover_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getObject("due_on", LocalDate.class),
                open,
                ReadinessColumn.valueOf(row.getString("stands")));
    }
}
