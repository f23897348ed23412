package org.kaiyuan.leads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kaiyuan.leads.search.LeadIndex;
import org.kaiyuan.leads.search.LeadWords;
import org.kaiyuan.platform.search.Found;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.Search;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.search.SearchUnavailable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.Marked;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finding leads by project, investor, code, tag, industry, owner and summary, however they are typed.
 *
 * <p>A hit holds what was typed, but for one character: in a name or a code, wherever it stands there. When
 * Elasticsearch gives no answer, PostgreSQL does, without pinyin, tags, words and wrong characters.
 *
 * <p>What may not be seen is left out twice: by the question to the index, which does not count it either,
 * and when the rows are read again, in case the index has not heard of a change yet.
 */
@Service
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadSearch {
    /** The most hits of one answer. */
    public static final int MOST = 200;

    private static final int LONGEST_NAME = 300;

    private final SearchDoor door;
    private final LeadDirectory directory;
    private final LeadSight sight;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    LeadSearch(
            SearchDoor door,
            LeadDirectory directory,
            LeadSight sight,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.door = door;
        this.directory = directory;
        this.sight = sight;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Hits and their total, within two seconds.
     *
     * @param limit at most {@link #MOST}
     */
    public LeadFinds search(String typed, LeadFilter filter, int limit) {
        return search(typed, filter, 0, limit);
    }

    /**
     * The hits behind the first ones, down to {@link Search#DEEPEST}; none while Elasticsearch is away.
     *
     * @param from how many hits are left out
     */
    public List<LeadFind> more(String typed, LeadFilter filter, int from, int limit) {
        return search(typed, filter, from, limit).items();
    }

    private LeadFinds search(String typed, LeadFilter filter, int from, int limit) {
        int most = Math.min(Math.clamp(limit, 1, MOST), Search.DEEPEST - from);
        if (most <= 0) {
            return new LeadFinds(List.of(), 0, false);
        }
        try {
            var found =
                    door.search(
                            LeadIndex.INDEX,
                            new Search(
                                    LeadWords.query(typed),
                                    filters(filter),
                                    List.of(),
                                    from,
                                    most,
                                    List.of("projectName", "investors"),
                                    List.of()));
            return found(found, typed);
        } catch (SearchUnavailable unavailable) {
            return from > 0
                    ? new LeadFinds(List.of(), 0, true)
                    : withoutElasticsearch(typed, filter, most);
        }
    }

    /** What narrows every question to the index: the filter, and what may be seen. */
    Map<String, Query> filters(LeadFilter filter) {
        var filters = new LinkedHashMap<>(LeadWords.filters(filter));
        filters.put("seen", sight.seenInIndex());
        return filters;
    }

    private LeadFinds found(Found found, String typed) {
        var rows = new HashMap<LeadId, LeadRow>();
        directory
                .rows(found.hits().stream().map(hit -> new LeadId(hit.id())).toList())
                .forEach(row -> rows.put(row.id(), row));
        var key = ChineseText.key(typed);
        var items = new ArrayList<LeadFind>();
        for (var hit : found.hits()) {
            var row = rows.get(new LeadId(hit.id()));
            if (row != null) { // removed or hidden since the index heard of it
                items.add(new LeadFind(row, highlights(hit, key)));
            }
        }
        return new LeadFinds(items, found.total(), false);
    }

    private static Map<String, List<String>> highlights(Found.Hit hit, String key) {
        var highlights = new LinkedHashMap<String, List<String>>();
        mark(
                highlights,
                "projectName",
                List.of(String.valueOf(hit.source().get("projectName"))),
                key);
        if (hit.source().get("investors") instanceof Collection<?> names) {
            mark(highlights, "investors", names.stream().map(String::valueOf).toList(), key);
        }
        return highlights;
    }

    private static void mark(
            Map<String, List<String>> highlights, String field, List<String> texts, String key) {
        var marked = new ArrayList<String>();
        for (var text : texts) {
            var one = Marked.in(text, key, LONGEST_NAME);
            if (one != null) {
                marked.add(one.html());
            }
        }
        if (!marked.isEmpty()) {
            highlights.put(field, marked);
        }
    }

    private LeadFinds withoutElasticsearch(String typed, LeadFilter filter, int most) {
        var sql = LeadSql.of(filter, sight.seen());
        var arguments = new ArrayList<Object>(List.of(sql.arguments()));
        var where = new StringBuilder(sql.where());
        var order = "l.name_key, l.id";
        var ordering = List.<Object>of();
        var key = ChineseText.key(typed);
        if (!key.isEmpty()) {
            // position() uses no index under row-level security: a look at each row of the zone's,
            // for as long as it lasts
            var code = key.toUpperCase(Locale.ROOT);
            var telling = LeadWords.telling(key);
            where.append(
                    """
                     and (position(? in l.name_key) > 0 or position(? in replace(l.code, '-', '')) > 0
                       or l.id in (select i.lead_id from leads.investor i
                                   where position(? in i.name_key) > 0 or i.credit_code = ?))
                    """);
            arguments.addAll(List.of(telling, code, telling, code));
            order =
                    """
                    case when replace(l.code, '-', '') = ? then 0 when l.name_key = ? then 1
                         when starts_with(l.name_key, ?) then 2 else 3 end,\
                    """
                            + " "
                            + order;
            ordering = List.of(code, key, key);
        }
        arguments.addAll(ordering);
        arguments.add(most);
        var statement =
                "select l.id from leads.lead l where " + where + " order by " + order + " limit ?";
        var ids =
                Objects.requireNonNull(
                        reading.execute(open ->
                                jdbc.query(
                                        statement,
                                        (row, number) -> new LeadId(row.getObject(1, UUID.class)),
                                        arguments.toArray())));
        var items = directory.rows(ids).stream().map(row -> new LeadFind(row, Map.of())).toList();
        return new LeadFinds(items, items.size(), true);
    }
}
