package org.kaiyuan.enterprises;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.search.EnterpriseIndex;
import org.kaiyuan.enterprises.search.WhatWasTyped;
import org.kaiyuan.enterprises.search.WhyFound;
import org.kaiyuan.platform.search.Found;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.Search;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.search.SearchUnavailable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Finding enterprises by name, abbreviation, pinyin, initials, old script, code, and what they do. */
@Service
@PreAuthorize("hasRole('" + EnterprisePermissions.READ + "')")
public class EnterpriseSearch {
    /** The most hits of one answer. */
    public static final int MOST = 200;

    /** The most that {@link #similar} gives. */
    public static final int MOST_SIMILAR = 20;

    private static final List<Search.Facet> FACETS =
            List.of(
                    new Search.Facet("leadingIndustry", "leadingIndustry", 12),
                    new Search.Facet("subIndustry", "subIndustry", 30),
                    new Search.Facet("industry", "industryPath", 30),
                    new Search.Facet("status", "status", 10),
                    new Search.Facet("qualification", "qualifications", 20),
                    new Search.Facet("division", "division", 30),
                    new Search.Facet("year", "foundedYear", 30),
                    new Search.Facet("capitalBand", "capitalBand", 8),
                    new Search.Facet("tag", "tags", 30));

    /** Below this the name is not what was typed, so the best one is offered as "did you mean". */
    private static final double EXACT_ENOUGH = 44;

    private final SearchDoor door;
    private final EnterpriseDirectory directory;

    EnterpriseSearch(SearchDoor door, EnterpriseDirectory directory) {
        this.door = door;
        this.directory = directory;
    }

    /**
     * Hits, facets and total in one answer, within two seconds. When Elasticsearch gives none, PostgreSQL
     * answers by how names and credit codes begin, and {@link EnterpriseFinds#degraded()} says so.
     *
     * @param limit at most {@link #MOST}
     */
    public EnterpriseFinds search(String typed, EnterpriseFilter filter, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        try {
            return found(
                    door.search(
                            EnterpriseIndex.INDEX,
                            new Search(
                                    WhatWasTyped.query(typed),
                                    WhatWasTyped.filters(filter),
                                    FACETS,
                                    0,
                                    most,
                                    WhyFound.SOURCES,
                                    List.of())),
                    typed);
        } catch (SearchUnavailable unavailable) {
            return withoutElasticsearch(typed, filter, most);
        }
    }

    /**
     * The hits behind the first ones, down to {@link Search#DEEPEST}; none while Elasticsearch is away.
     *
     * @param from how many hits are left out
     */
    public List<EnterpriseFind> more(String typed, EnterpriseFilter filter, int from, int limit) {
        int most = Math.min(Math.clamp(limit, 1, MOST), Search.DEEPEST - from);
        if (most <= 0) {
            return List.of();
        }
        try {
            return found(
                            door.search(
                                    EnterpriseIndex.INDEX,
                                    new Search(
                                            WhatWasTyped.query(typed),
                                            WhatWasTyped.filters(filter),
                                            List.of(),
                                            from,
                                            most,
                                            WhyFound.SOURCES,
                                            List.of())),
                            typed)
                    .items();
        } catch (SearchUnavailable unavailable) {
            return from > 0 ? List.of() : withoutElasticsearch(typed, filter, most).items();
        }
    }

    /** The best few names for what has been typed so far; none while Elasticsearch is away and nothing begins so. */
    public List<EnterpriseSuggestion> suggest(String typed) {
        if (ChineseText.key(typed).isEmpty()) {
            return List.of();
        }
        try {
            return door
                    .search(
                            EnterpriseIndex.INDEX,
                            Search.of(WhatWasTyped.query(typed), 8)
                                    .handingBack("name", "creditCode"))
                    .hits()
                    .stream()
                    .map(hit ->
                            new EnterpriseSuggestion(
                                    new EnterpriseId(hit.id()),
                                    String.valueOf(hit.source().get("name")),
                                    (String) hit.source().get("creditCode")))
                    .toList();
        } catch (SearchUnavailable unavailable) {
            return withoutElasticsearch(typed, EnterpriseFilter.ALL, 8).items().stream()
                    .map(find ->
                            new EnterpriseSuggestion(
                                    find.enterprise().id(),
                                    find.enterprise().name(),
                                    find.enterprise().creditCode()))
                    .toList();
        }
    }

    /**
     * Others whose scope and products share rare words with this one.
     *
     * @param limit at most {@link #MOST_SIMILAR}
     * @throws UnknownEnterprise when there is none, or it is another zone's
     */
    public SimilarEnterprises similar(EnterpriseId id, int limit) {
        int most = Math.clamp(limit, 1, MOST_SIMILAR);
        var self = directory.details(id);
        var p = self.profile();
        var text =
                String.join(
                        " ",
                        nonNull(p.products()),
                        nonNull(p.businessScope()),
                        nonNull(p.subIndustry()));
        if (text.isBlank()) {
            return new SimilarEnterprises(List.of(), false);
        }
        try {
            var like = new Query.Like(List.of("products", "scope"), text, 1f);
            var others =
                    door.search(EnterpriseIndex.INDEX, Search.of(like, most + 1)).hits().stream()
                            .map(hit -> new EnterpriseId(hit.id()))
                            .filter(other -> !other.equals(self.id()))
                            .limit(most)
                            .toList();
            return new SimilarEnterprises(directory.rows(others), false);
        } catch (SearchUnavailable unavailable) {
            return new SimilarEnterprises(List.of(), true);
        }
    }

    private EnterpriseFinds found(Found found, String typed) {
        Map<EnterpriseId, EnterpriseRow> rows = new HashMap<>();
        directory
                .rows(found.hits().stream().map(hit -> new EnterpriseId(hit.id())).toList())
                .forEach(row -> rows.put(row.id(), row));
        var whyFound = new WhyFound(typed);
        var items = new ArrayList<EnterpriseFind>();
        for (var hit : found.hits()) {
            var row = rows.get(new EnterpriseId(hit.id()));
            if (row != null) { // removed since the index heard of it
                var why = whyFound.of(hit);
                items.add(new EnterpriseFind(row, why.highlights(), why.reasons()));
            }
        }
        var facets = new LinkedHashMap<String, List<FacetCount>>();
        found.facets()
                .forEach((name, counts) ->
                        facets.put(
                                name,
                                counts.stream()
                                        .map(c -> new FacetCount(c.value(), c.count()))
                                        .toList()));
        return new EnterpriseFinds(
                items, facets, found.total(), suggestion(found, items, typed), false);
    }

    private static @Nullable String suggestion(
            Found found, List<EnterpriseFind> items, String typed) {
        if (items.isEmpty() || ChineseText.key(typed).length() < 3) {
            return null;
        }
        var best = found.hits().getFirst();
        return best.score() < EXACT_ENOUGH && items.getFirst().reasons().contains("name")
                ? String.valueOf(best.source().get("name"))
                : null;
    }

    private EnterpriseFinds withoutElasticsearch(String typed, EnterpriseFilter filter, int most) {
        var rows = new LinkedHashSet<>(directory.beginningWith(typed, filter, most));
        var items =
                rows.stream()
                        .limit(most)
                        .map(row -> new EnterpriseFind(row, Map.of(), List.of("prefix")))
                        .toList();
        return new EnterpriseFinds(items, Map.of(), items.size(), null, true);
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
