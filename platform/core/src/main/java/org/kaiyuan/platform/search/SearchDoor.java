package org.kaiyuan.platform.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * The only door to Elasticsearch. Whatever goes through it is routed to the current zone and filtered by
 * it; without a zone nothing goes through.
 *
 * <p>It answers or refuses within {@link #PATIENCE}, whether Elasticsearch is down, hangs or is slow.
 */
public class SearchDoor implements AutoCloseable {
    /** How long a search may take; the rest of two seconds belongs to the answer from PostgreSQL. */
    static final Duration PATIENCE = Duration.ofMillis(1300);

    private static final Duration PATIENCE_WITH_BULK = Duration.ofSeconds(30);
    private static final String TENANT = "tenantId";
    private static final String NEXT = "-next";
    private static final int OPERATIONS_PER_BULK = 500;
    private static final int TRIES = 7;

    private final ElasticsearchAsyncClient client;
    private final String prefix;
    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(2), System::nanoTime);

    SearchDoor(ElasticsearchConnection connection, String prefix) {
        this.prefix = prefix;
        var rest =
                Rest5Client.builder(connection.url())
                        .setDefaultHeaders(authorisation(connection))
                        .setConnectionConfigCallback(
                                c -> c.setConnectTimeout(Timeout.ofMilliseconds(800)))
                        // packing and unpacking an answer takes longer than to send it to a
                        // neighbour
                        .setRequestConfigCallback(r ->
                                r.setResponseTimeout(Timeout.of(PATIENCE_WITH_BULK))
                                        .setContentCompressionEnabled(false))
                        .setConnectionManagerCallback(
                                m -> m.setMaxConnPerRoute(64).setMaxConnTotal(64))
                        .build();
        client =
                new ElasticsearchAsyncClient(
                        new Rest5ClientTransport(rest, new Jackson3JsonpMapper()));
    }

    /**
     * Hits, facets and total of the current zone.
     *
     * @throws SearchUnavailable within {@link #PATIENCE}
     * @throws IllegalStateException when no zone is current
     */
    public Found search(SearchIndex index, Search search) {
        var request = request(index, search);
        return Wire.found(ask(PATIENCE, c -> c.search(request, Map.class)), search.facets());
    }

    /**
     * The ids of all hits of the current zone, however many, best first and as the index was at one moment:
     * for what is done to everything that was found.
     *
     * @param batch how many ids are handed over at once
     * @throws SearchUnavailable also half-way
     */
    public void each(
            SearchIndex index,
            Query query,
            Map<String, Query> filters,
            int batch,
            Consumer<List<UUID>> taker) {
        var tenant = CurrentTenant.get();
        var moment =
                ask(
                                PATIENCE_WITH_BULK,
                                c ->
                                        c.openPointInTime(o ->
                                                o.index(alias(index))
                                                        .routing(Long.toString(tenant.value()))
                                                        .keepAlive(t -> t.time(Wire.MOMENT))))
                        .id();
        try {
            List<FieldValue> after = List.of();
            while (true) {
                var request = Wire.next(moment, wall(tenant), query, filters, batch, after);
                var hits = ask(PATIENCE_WITH_BULK, c -> c.search(request, Map.class)).hits().hits();
                if (!hits.isEmpty()) {
                    taker.accept(hits.stream().map(hit -> Wire.id(hit.id())).toList());
                }
                if (hits.size() < batch) {
                    return;
                }
                after = hits.getLast().sort();
            }
        } finally {
            client.closePointInTime(c -> c.id(moment));
        }
    }

    /**
     * Puts documents of the current zone into the index and takes others out; what is newer there stays.
     *
     * @throws SearchUnavailable when not all of it could be written; doing it again does no harm
     */
    public void write(SearchIndex index, Collection<Document> documents, Collection<UUID> gone) {
        write(index, documents, gone, VersionType.ExternalGte, null);
    }

    /**
     * From now on searches see everything that was written so far. For whoever takes out what they find, and must not miss what
     * came a moment ago; who merely searches waits for the index to do it.
     *
     * @throws SearchUnavailable also when there is no such index yet
     */
    public void refresh(SearchIndex index) {
        refresh(alias(index));
    }

    /** True when the last answers were none and nobody has been let through since. */
    public boolean isDown() {
        return breaker.isOpen();
    }

    /** True when Elasticsearch answers now. */
    public boolean answers() {
        try {
            ask(PATIENCE, c -> c.ping());
            return true;
        } catch (SearchUnavailable e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        client._transport().close();
    }

    private co.elastic.clients.elasticsearch.core.SearchRequest request(
            SearchIndex index, Search search) {
        var tenant = CurrentTenant.get();
        return Wire.request(
                alias(index),
                Long.toString(tenant.value()),
                wall(tenant),
                search,
                (PATIENCE.toMillis() - 100) + "ms");
    }

    /** The third wall. */
    List<co.elastic.clients.elasticsearch._types.query_dsl.Query> wall(TenantId tenant) {
        return List.of(
                co.elastic.clients.elasticsearch._types.query_dsl.Query.of(
                        q -> q.term(t -> t.field(TENANT).value(tenant.value()))));
    }

    /** @param onlyInto null for wherever searches look and, while it is rebuilt, its successor */
    void write(
            SearchIndex index,
            Collection<Document> documents,
            Collection<UUID> gone,
            VersionType versions,
            @Nullable String onlyInto) {
        var tenant = CurrentTenant.get();
        var targets = onlyInto == null ? targets(index, !gone.isEmpty()) : List.of(onlyInto);
        var operations = new ArrayList<BulkOperation>();
        for (var target : targets) {
            for (var document : documents) {
                operations.add(put(target, tenant, document, versions));
            }
            for (var id : gone) {
                operations.add(remove(target, tenant, id));
            }
        }
        for (int i = 0; i < operations.size(); i += OPERATIONS_PER_BULK) {
            bulk(
                    operations.subList(i, Math.min(operations.size(), i + OPERATIONS_PER_BULK)),
                    onlyInto == null);
        }
    }

    /** Where searches look and, while it is rebuilt, its successor. */
    private List<String> targets(SearchIndex index, boolean removing) {
        var alias = alias(index);
        var aliases =
                aliases().values().stream()
                        .flatMap(of -> of.aliases().keySet().stream())
                        .collect(Collectors.toSet());
        if (removing && !aliases.contains(alias)) {
            // require_alias does not hold for removals: one would create an index of the alias's
            // name
            throw new SearchUnavailable("no index", null);
        }
        return aliases.contains(alias + NEXT) ? List.of(alias, alias + NEXT) : List.of(alias);
    }

    private static BulkOperation put(
            String target, TenantId tenant, Document document, VersionType versions) {
        var source = new HashMap<>(document.source());
        source.put(TENANT, tenant.value());
        return BulkOperation.of(o ->
                o.index(i ->
                        i.index(target)
                                .id(id(tenant, document.id()))
                                .routing(Long.toString(tenant.value()))
                                .version(document.version())
                                .versionType(versions)
                                .document(source)));
    }

    private static BulkOperation remove(String target, TenantId tenant, UUID id) {
        return BulkOperation.of(o ->
                o.delete(d ->
                        d.index(target)
                                .id(id(tenant, id))
                                .routing(Long.toString(tenant.value()))
                                .version(Long.MAX_VALUE / 2)
                                .versionType(VersionType.ExternalGte)));
    }

    private static String id(TenantId tenant, UUID id) {
        return tenant.value() + "_" + id;
    }

    private void bulk(List<BulkOperation> operations, boolean intoAlias) {
        var left = operations;
        for (int attempt = 0; ; attempt++) {
            var now = left;
            BulkResponse response;
            try {
                response =
                        ask(
                                PATIENCE_WITH_BULK,
                                c ->
                                        c.bulk(
                                                BulkRequest.of(b ->
                                                        b.operations(now)
                                                                .requireAlias(intoAlias))));
            } catch (SearchUnavailable e) {
                if (attempt + 1 >= TRIES || breaker.isOpen() || !isBusy(e)) {
                    throw e;
                }
                pause(attempt);
                continue;
            }
            left = refusedForNow(now, response);
            if (left.isEmpty()) {
                return;
            }
            if (attempt + 1 >= TRIES) {
                throw new SearchUnavailable(left.size() + " operations refused", null);
            }
            pause(attempt);
        }
    }

    /** Reads each item's status: a bulk answers 200 also when it has refused its items. */
    private static List<BulkOperation> refusedForNow(
            List<BulkOperation> sent, BulkResponse response) {
        if (!response.errors()) {
            return List.of();
        }
        var again = new ArrayList<BulkOperation>();
        for (int i = 0; i < sent.size(); i++) {
            BulkResponseItem item = response.items().get(i);
            int status = item.status();
            var error = item.error();
            if (error == null || status == 409 || status == 404 && isDelete(item)) {
                continue;
            }
            if (status == 429 || status == 503) {
                again.add(sent.get(i));
            } else if (status == 404) {
                // the successor has become the index since we asked, or there is no index yet
                if (!String.valueOf(item.index()).endsWith(NEXT)) {
                    throw new SearchUnavailable("no index", null);
                }
            } else {
                throw new IllegalStateException(
                        "Elasticsearch refused %s with %d: %s"
                                .formatted(item.id(), status, error.reason()));
            }
        }
        return again;
    }

    private static boolean isDelete(BulkResponseItem item) {
        return item.operationType()
                        == co.elastic.clients.elasticsearch.core.bulk.OperationType.Delete
                && !"index_not_found_exception"
                        .equals(item.error() == null ? null : item.error().type());
    }

    private static boolean isBusy(SearchUnavailable refused) {
        return refused.getSuppressed().length > 0
                && refused.getSuppressed()[0] instanceof ElasticsearchException;
    }

    private static void pause(int attempt) {
        try {
            long millis = 100L << attempt;
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("interrupted", e);
        }
    }

    /** One request, in time or not at all. */
    private <T> T ask(
            Duration patience, Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        breaker.enter();
        CompletableFuture<T> answer = request.apply(client);
        try {
            var answered = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            breaker.succeeded();
            return answered;
        } catch (TimeoutException e) {
            answer.cancel(true);
            breaker.failed();
            throw new SearchUnavailable("timeout", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("interrupted", e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private RuntimeException failed(Throwable cause) {
        if (cause instanceof ElasticsearchException answered) {
            breaker.succeeded();
            int status = answered.status();
            if (status == 429 || status == 408 || status >= 500 || status == 404) {
                return new SearchUnavailable("status " + status, answered);
            }
            return new IllegalStateException(
                    "Elasticsearch does not understand us: " + answered.getMessage(), answered);
        }
        breaker.failed();
        return new SearchUnavailable(String.valueOf(cause.getMessage()), cause);
    }

    // ---- what the index keeper needs; none of it reads a document ----

    String alias(SearchIndex index) {
        return prefix + index.word();
    }

    /** The names of the indexes behind an alias; empty when there is none. */
    Set<String> indexesOf(String alias) {
        return aliases().entrySet().stream()
                .filter(e -> e.getValue().aliases().containsKey(alias))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, IndexAliases> aliases() {
        return ask(
                        PATIENCE_WITH_BULK,
                        c ->
                                c.indices()
                                        .getAlias(a ->
                                                a.index(prefix + "*")
                                                        .ignoreUnavailable(true)
                                                        .allowNoIndices(true)))
                .aliases();
    }

    /** The numbers of all indexes of this room, also those that no alias names. */
    Set<Integer> numbersOf(SearchIndex index) {
        var stem = alias(index) + "-";
        var numbers = new TreeSet<Integer>();
        ask(
                        PATIENCE_WITH_BULK,
                        c ->
                                c.indices()
                                        .get(g ->
                                                g.index(stem + "*")
                                                        .ignoreUnavailable(true)
                                                        .allowNoIndices(true)
                                                        .features(
                                                                co.elastic.clients.elasticsearch
                                                                        .indices.get.Feature
                                                                        .Aliases)))
                .indices()
                .keySet()
                .forEach(name -> {
                    var number = name.substring(stem.length());
                    if (number.matches("[0-9]{1,9}")) {
                        numbers.add(Integer.parseInt(number));
                    }
                });
        return numbers;
    }

    void create(String name, String definition, @Nullable String alias) {
        ask(
                PATIENCE_WITH_BULK,
                c ->
                        c.indices()
                                .create(i -> {
                                    i.withJson(new StringReader(definition)).index(name);
                                    if (alias != null) {
                                        i.aliases(alias, a -> a);
                                    }
                                    return i;
                                }));
    }

    /** What {@code definition} was when the index was made. */
    @Nullable String fingerprintOf(String name) {
        var state =
                ask(PATIENCE_WITH_BULK, c -> c.indices().getMapping(m -> m.index(name)))
                        .mappings()
                        .get(name);
        var told = state == null ? null : state.mappings().meta().get("fingerprint");
        return told == null ? null : told.to(String.class);
    }

    void refresh(String name) {
        ask(PATIENCE_WITH_BULK, c -> c.indices().refresh(r -> r.index(name)));
    }

    /** In one step: searches see the old index until they see the new one. */
    void swap(SearchIndex index, Set<String> old, String now) {
        ask(
                PATIENCE_WITH_BULK,
                c ->
                        c.indices()
                                .updateAliases(u -> {
                                    u.actions(a -> a.add(x -> x.index(now).alias(alias(index))));
                                    u.actions(a ->
                                            a.remove(x ->
                                                    x.index(now)
                                                            .alias(alias(index) + NEXT)
                                                            .mustExist(false)));
                                    for (var name : old) {
                                        u.actions(a -> a.removeIndex(x -> x.index(name)));
                                    }
                                    return u;
                                }));
    }

    String successor(SearchIndex index) {
        return alias(index) + NEXT;
    }

    void delete(String name) {
        ask(
                PATIENCE_WITH_BULK,
                c -> c.indices().delete(d -> d.index(name).ignoreUnavailable(true)));
    }

    private static Header[] authorisation(ElasticsearchConnection connection) {
        if (connection.username() == null || connection.password() == null) {
            return new Header[0];
        }
        var pair = connection.username() + ":" + connection.password();
        return new Header[] {
            new BasicHeader(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        };
    }
}
