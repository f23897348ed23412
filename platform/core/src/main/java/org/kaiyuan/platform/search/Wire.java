package org.kaiyuan.platform.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts our words into Elasticsearch's, and its answers into ours. */
final class Wire {
    private static final String FACET = "facet:";
    private static final String INNER = "values";

    private Wire() {}

    /**
     * The whole request.
     *
     * @param wall the queries that every hit, count and total must pass; {@code routing} where they live
     */
    static SearchRequest request(
            String alias, String routing, List<Query> wall, Search search, String timeout) {
        return SearchRequest.of(r -> {
            r.index(alias).routing(routing).timeout(timeout).allowPartialSearchResults(false);
            r.from(search.from()).size(search.size()).trackTotalHits(t -> t.enabled(true));
            r.query(walled(wall, search));
            var filters = search.filters();
            if (!filters.isEmpty() && !search.facets().isEmpty()) {
                r.postFilter(both(List.copyOf(filters.values())));
            }
            search.facets().forEach(f -> r.aggregations(FACET + f.name(), facet(f, filters)));
            if (!search.sources().isEmpty()) {
                r.source(s -> s.filter(f -> f.includes(search.sources())));
            }
            for (var sort : search.sorts()) {
                r.sort(s ->
                        s.field(f ->
                                f.field(sort.field())
                                        .order(sort.descending() ? SortOrder.Desc : SortOrder.Asc)
                                        .missing("_last")));
            }
            return r;
        });
    }

    /** How long Elasticsearch keeps a moment of the index from one batch to the next. */
    static final String MOMENT = "2m";

    /** The batch behind {@code after} of all hits at one moment; its routing lies in the moment. */
    static SearchRequest next(
            String moment,
            List<Query> wall,
            org.kaiyuan.platform.search.Query query,
            Map<String, org.kaiyuan.platform.search.Query> filters,
            int size,
            List<FieldValue> after) {
        var search = new Search(query, filters, List.of(), 0, size, List.of(), List.of());
        return SearchRequest.of(r -> {
            r.pit(p -> p.id(moment).keepAlive(t -> t.time(MOMENT)));
            r.query(walled(wall, search)).size(size).source(s -> s.fetch(false));
            r.trackTotalHits(t -> t.enabled(false)).allowPartialSearchResults(false);
            r.sort(s -> s.score(x -> x.order(SortOrder.Desc)));
            r.sort(s -> s.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));
            return after.isEmpty() ? r : r.searchAfter(after);
        });
    }

    /** Ours, of the id that a document has. */
    static UUID id(@Nullable String of) {
        var id = String.valueOf(of);
        return UUID.fromString(id.substring(id.indexOf('_') + 1));
    }

    private static Query walled(List<Query> wall, Search search) {
        return Query.of(q ->
                q.bool(b -> {
                    b.must(query(search.query())).filter(wall);
                    if (search.facets().isEmpty()) {
                        search.filters().values().forEach(f -> b.filter(query(f)));
                    }
                    return b;
                }));
    }

    private static Aggregation facet(
            Search.Facet facet, Map<String, org.kaiyuan.platform.search.Query> filters) {
        var others = new HashMap<>(filters);
        others.remove(facet.name());
        return Aggregation.of(a ->
                a.filter(
                                others.isEmpty()
                                        ? Query.of(q -> q.matchAll(m -> m))
                                        : both(List.copyOf(others.values())))
                        .aggregations(
                                INNER,
                                inner ->
                                        inner.terms(
                                                t -> t.field(facet.field()).size(facet.size()))));
    }

    private static Query both(List<org.kaiyuan.platform.search.Query> filters) {
        return Query.of(q -> q.bool(b -> b.filter(filters.stream().map(Wire::query).toList())));
    }

    static Query query(org.kaiyuan.platform.search.Query query) {
        return switch (query) {
            case org.kaiyuan.platform.search.Query.Everything every ->
                    Query.of(q -> q.matchAll(m -> m));
            case org.kaiyuan.platform.search.Query.OneOf one -> oneOf(one);
            case org.kaiyuan.platform.search.Query.Prefix p ->
                    Query.of(q -> q.prefix(x -> x.field(p.field()).value(p.value())));
            case org.kaiyuan.platform.search.Query.Nearly n ->
                    Query.of(q ->
                            q.fuzzy(f ->
                                    f.field(n.field())
                                            .value(n.value())
                                            .fuzziness("1")
                                            .prefixLength(0)
                                            .maxExpansions(200)
                                            .transpositions(true)));
            case org.kaiyuan.platform.search.Query.Between b -> between(b);
            case org.kaiyuan.platform.search.Query.Text t -> text(t);
            case org.kaiyuan.platform.search.Query.Phrase p ->
                    Query.of(q ->
                            q.matchPhrase(m -> m.field(p.field()).query(p.text()).slop(p.slack())));
            case org.kaiyuan.platform.search.Query.Like l ->
                    Query.of(q ->
                            q.moreLikeThis(m ->
                                    m.fields(l.fields())
                                            .like(k -> k.text(l.text()))
                                            .minTermFreq(1)
                                            .minDocFreq(2)
                                            .maxQueryTerms(25)
                                            .minimumShouldMatch("20%")
                                            .boost(l.weight())));
            case org.kaiyuan.platform.search.Query.Scored s -> scored(s);
            case org.kaiyuan.platform.search.Query.Best b ->
                    Query.of(q -> q.disMax(d -> d.queries(queries(b.queries()))));
            case org.kaiyuan.platform.search.Query.Any a ->
                    bool(b -> b.should(queries(a.queries())).minimumShouldMatch("1"));
            case org.kaiyuan.platform.search.Query.All a -> bool(b -> b.must(queries(a.queries())));
            case org.kaiyuan.platform.search.Query.Preferring p ->
                    bool(b -> b.must(query(p.must())).should(queries(p.better())));
            case org.kaiyuan.platform.search.Query.Not n -> bool(b -> b.mustNot(query(n.query())));
        };
    }

    private static List<Query> queries(List<org.kaiyuan.platform.search.Query> queries) {
        return queries.stream().map(Wire::query).toList();
    }

    private static Query bool(java.util.function.UnaryOperator<BoolQuery.Builder> content) {
        return content.apply(new BoolQuery.Builder()).build()._toQuery();
    }

    private static Query oneOf(org.kaiyuan.platform.search.Query.OneOf one) {
        if (one.values().size() == 1) {
            return Query.of(q -> q.term(t -> t.field(one.field()).value(one.values().get(0))));
        }
        var values = one.values().stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(one.field()).terms(v -> v.value(values))));
    }

    private static Query between(org.kaiyuan.platform.search.Query.Between between) {
        return Query.of(q ->
                q.range(r ->
                        r.untyped(u -> {
                            u.field(between.field());
                            if (between.from() != null) {
                                u.gte(JsonData.of(between.from()));
                            }
                            if (between.to() != null) {
                                u.lte(JsonData.of(between.to()));
                            }
                            return u;
                        })));
    }

    private static Query text(org.kaiyuan.platform.search.Query.Text text) {
        var atLeast = text.atLeast() + "%";
        if (text.fields().size() == 1) {
            return Query.of(q ->
                    q.match(m ->
                            m.field(text.fields().get(0))
                                    .query(text.text())
                                    .minimumShouldMatch(atLeast)
                                    .boost(text.weight())));
        }
        return Query.of(q ->
                q.multiMatch(m ->
                        m.fields(text.fields())
                                .query(text.text())
                                .type(TextQueryType.BestFields)
                                .minimumShouldMatch(atLeast)
                                .boost(text.weight())));
    }

    private static Query scored(org.kaiyuan.platform.search.Query.Scored scored) {
        return Query.of(
                q -> q.constantScore(c -> c.filter(query(scored.query())).boost(scored.score())));
    }

    static Found found(SearchResponse<?> response, List<Search.Facet> facets) {
        var hits = new ArrayList<Found.Hit>(response.hits().hits().size());
        for (var hit : response.hits().hits()) {
            Map<String, Object> source = new LinkedHashMap<>();
            if (hit.source() instanceof Map<?, ?> fields) {
                fields.forEach((field, value) -> source.put(String.valueOf(field), value));
            }
            hits.add(new Found.Hit(id(hit.id()), hit.score() == null ? 0 : hit.score(), source));
        }
        var counted = new LinkedHashMap<String, List<Found.Count>>();
        for (var facet : facets) {
            var aggregate = response.aggregations().get(FACET + facet.name());
            var values = aggregate == null ? null : aggregate.filter().aggregations().get(INNER);
            if (values != null) {
                counted.put(facet.name(), counts(values));
            }
        }
        var total = response.hits().total();
        return new Found(total == null ? hits.size() : total.value(), hits, counted);
    }

    private static List<Found.Count> counts(
            co.elastic.clients.elasticsearch._types.aggregations.Aggregate values) {
        if (values.isSterms()) {
            return values.sterms().buckets().array().stream()
                    .map(b -> new Found.Count(b.key().stringValue(), b.docCount()))
                    .toList();
        }
        if (values.isLterms()) {
            return values.lterms().buckets().array().stream()
                    .map(b -> new Found.Count(String.valueOf(b.key()), b.docCount()))
                    .toList();
        }
        return List.of();
    }
}
