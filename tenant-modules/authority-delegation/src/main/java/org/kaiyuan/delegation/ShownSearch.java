package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kaiyuan.delegation.search.MatterWords;
import org.kaiyuan.delegation.search.ShownIndex;
import org.kaiyuan.platform.search.Found;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.Search;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.search.SearchUnavailable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The powers that a zone shows, found however they are typed: by characters, pinyin, initials or code, or by a word of their body or
 * basis. For everybody, so it asks for no permission.
 *
 * <p>It searches in the name of the zone that is asked about, for nobody came in as one. The third wall stands all the same: which
 * zone that is says {@link ShownPowers#zone}, of those alone that show something, and the one index that is asked holds nothing that
 * is not shown.
 */
@Service
public class ShownSearch {
    /** The largest page. */
    public static final int MOST = 100;

    /** How far down the hits somebody may page: nobody reads more, and who wants all of a list takes the list. */
    public static final int DEEPEST = 1000;

    /** Longer ones are cut off. */
    public static final int LONGEST = 100;

    private static final List<Search.Facet> FACETS =
            List.of(
                    new Search.Facet("list", "list", 10),
                    new Search.Facet("kind", "kind", 20),
                    new Search.Facet("field", "field", 50),
                    new Search.Facet("body", "body", 50));

    private final SearchDoor door;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    ShownSearch(SearchDoor door, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.door = door;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * The best first, within two seconds; while Elasticsearch is away those whose name or code begins so.
     *
     * @param from how many hits are left out, below {@link #DEEPEST}
     * @param limit at most {@link #MOST}
     */
    public ShownFound find(ShownZone zone, String typed, ShownFilter filter, int from, int limit) {
        int most = Math.min(Math.clamp(limit, 1, MOST), DEEPEST - from);
        if (most <= 0) {
            return new ShownFound(List.of(), 0, Map.of(), true);
        }
        var words = ChineseText.cut(ChineseText.storable(typed), LONGEST);
        try {
            var found =
                    CurrentTenant.<Found>actAs(
                            zone.id(),
                            () ->
                                    door.search(
                                            ShownIndex.INDEX,
                                            new Search(
                                                    query(words),
                                                    filters(filter),
                                                    FACETS,
                                                    from,
                                                    most,
                                                    List.of("name"),
                                                    List.of())));
            return new ShownFound(
                    rows(zone, found.hits().stream().map(Found.Hit::id).toList()),
                    found.total(),
                    found.facets().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, one -> counts(one.getValue()))),
                    true);
        } catch (SearchUnavailable unavailable) {
            return withoutElasticsearch(zone, words, filter, from, most);
        }
    }

    /** What the name says counts most; then what stands around it. */
    private static Query query(String typed) {
        var key = ChineseText.key(typed);
        var named = MatterWords.query(typed);
        return key.length() < 2
                ? named
                : new Query.Best(
                        List.of(named, new Query.Scored(new Query.Phrase("more", key, 0), 40)));
    }

    private static Map<String, Query> filters(ShownFilter filter) {
        Map<String, Query> filters = new HashMap<>();
        filters.put("list", Query.oneOf("list", filter.lists().stream().map(Enum::name).toList()));
        if (filter.kind() != null) {
            filters.put("kind", Query.is("kind", filter.kind().name()));
        }
        if (filter.field() != null) {
            filters.put("field", Query.is("field", filter.field()));
        }
        if (filter.body() != null) {
            filters.put("body", Query.is("body", filter.body()));
        }
        return filters;
    }

    private static List<ShownFound.Count> counts(List<Found.Count> counts) {
        return counts.stream().map(one -> new ShownFound.Count(one.value(), one.count())).toList();
    }

    private ShownFound withoutElasticsearch(
            ShownZone zone, String typed, ShownFilter filter, int from, int most) {
        var key = ChineseText.key(typed);
        var where =
                new StringBuilder(
                        """
                         where w.zone = ? and w.to_edition is null and w.act = 'GRANT'
                          and (w.name_key >= ? and w.name_key < ? or w.matter_code = ?)\
                        """);
        var arguments = new ArrayList<Object>();
        arguments.add(zone.id().value());
        arguments.add(key);
        arguments.add(key + ChineseText.LAST);
        arguments.add(typed.strip());
        ShownPowers.narrow(where, arguments, filter);
        arguments.add(from + most);
        var found =
                read(
                        "select "
                                + ShownRows.COLUMNS
                                + ShownRows.FROM
                                + where
                                + " order by w.name_key, w.entry_id limit ?",
                        arguments);
        var page = found.subList(Math.min(from, found.size()), found.size());
        return new ShownFound(page, found.size(), Map.of(), false);
    }

    /** In the order of the documents; what is shown no more is left out. */
    private List<ShownEntry> rows(ShownZone zone, List<UUID> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        Map<UUID, ShownEntry> byDocument = new HashMap<>();
        reading.executeWithoutResult(open ->
                jdbc.query(
                        "select "
                                + ShownRows.COLUMNS
                                + ", w.document"
                                + ShownRows.FROM
                                + "where w.zone = ? and w.document = any (?) and w.to_edition is null",
                        row -> {
                            byDocument.put(
                                    row.getObject("document", UUID.class), ShownRows.entry(row, 0));
                        },
                        zone.id().value(),
                        documents.toArray(UUID[]::new)));
        return documents.stream()
                .map(byDocument::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<ShownEntry> read(String sql, List<Object> arguments) {
        return Objects.requireNonNull(
                reading.execute(open -> jdbc.query(sql, ShownRows::entry, arguments.toArray())));
    }
}
