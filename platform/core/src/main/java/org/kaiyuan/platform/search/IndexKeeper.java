package org.kaiyuan.platform.search;

import co.elastic.clients.elasticsearch._types.VersionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that every room's index is there and is made as its definition says.
 *
 * <p>A rebuild fills a successor with the alias {@code …-next}, which writes go to as well: what is saved
 * meanwhile is in both. Rows are read after the successor exists, so a write that did not see it yet had
 * been committed before and is read.
 */
class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int PAGE = 500;
    private static final int TENANTS = 200;

    private final SearchDoor door;
    private final List<IndexSource> sources;
    private final DataSource dataSource;
    private final TenantDirectory tenants;
    private final Rebuilds rebuilds;
    private final Set<String> good = ConcurrentHashMap.newKeySet();

    IndexKeeper(
            SearchDoor door,
            List<IndexSource> sources,
            DataSource dataSource,
            TenantDirectory tenants,
            Rebuilds rebuilds) {
        this.door = door;
        this.sources = sources;
        this.dataSource = dataSource;
        this.tenants = tenants;
        this.rebuilds = rebuilds;
    }

    List<String> words() {
        return sources.stream().map(s -> s.index().word()).sorted().toList();
    }

    /** Creates what is missing and rebuilds what is out of date; cheap once all is well. */
    void ensureAll() {
        for (var source : sources) {
            if (!good.contains(source.index().word())) {
                ensure(source);
            }
        }
    }

    /** To be looked after again: somebody found the index missing. */
    void doubt() {
        good.clear();
    }

    void rebuildSoon(String word) {
        var source = source(word);
        var lock = take(source.index());
        if (lock == null) {
            throw new RebuildRefused(word);
        }
        Thread.ofPlatform()
                .name("search-rebuild-" + word)
                .daemon()
                .start(() -> {
                    try (lock) {
                        rebuild(source);
                    } catch (RuntimeException e) {
                        LOG.warn("The index {} was not rebuilt", word, e);
                    }
                });
    }

    /** Builds anew and returns when it is done. */
    void rebuildNow(String word) {
        var source = source(word);
        try (var lock = take(source.index())) {
            if (lock == null) {
                throw new RebuildRefused(word);
            }
            rebuild(source);
        }
    }

    private IndexSource source(String word) {
        return sources.stream()
                .filter(s -> s.index().word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No index is called " + word));
    }

    private void ensure(IndexSource source) {
        var index = source.index();
        var definition = definition(index);
        if (isAsDefined(index, definition)) {
            good.add(index.word());
            return;
        }
        try (var lock = take(index)) {
            if (lock == null || isAsDefined(index, definition)) {
                return;
            }
            rebuild(source);
            good.add(index.word());
        }
    }

    private boolean isAsDefined(SearchIndex index, Definition definition) {
        var behind = door.indexesOf(door.alias(index));
        return behind.size() == 1
                && definition.fingerprint().equals(door.fingerprintOf(behind.iterator().next()));
    }

    private @Nullable IndexLock take(SearchIndex index) {
        return IndexLock.tryTake(dataSource, door.alias(index)).orElse(null);
    }

    private void rebuild(IndexSource source) {
        var index = source.index();
        var old = door.indexesOf(door.alias(index));
        for (var abandoned : door.indexesOf(door.successor(index))) {
            door.delete(abandoned);
        }
        int number = door.numbersOf(index).stream().mapToInt(n -> n).max().orElse(0) + 1;
        var name = door.alias(index) + "-" + number;
        door.create(name, definition(index).json(), door.successor(index));
        var id = rebuilds.begin(index.word(), count(source));
        try {
            if (fill(source, name, id)) {
                door.refresh(name);
                door.swap(index, old, name);
                rebuilds.end(id, RebuildState.COMPLETED, null);
                LOG.info("The index {} serves {}", name, index.word());
            } else {
                door.delete(name);
                rebuilds.end(id, RebuildState.CANCELLED, null);
            }
        } catch (RuntimeException e) {
            rebuilds.end(id, RebuildState.FAILED, e.getMessage());
            throw e;
        }
    }

    private long count(IndexSource source) {
        long total = 0;
        for (var page = tenants.list(null, TENANTS); !page.isEmpty(); page = after(page)) {
            for (var tenant : page) {
                total += SystemActing.<Long>inTenant(tenant.id(), source::count);
            }
        }
        return total;
    }

    private boolean fill(IndexSource source, String name, UUID id) {
        var done = new long[1];
        for (var page = tenants.list(null, TENANTS); !page.isEmpty(); page = after(page)) {
            for (var tenant : page) {
                var last = fillPage(source, name, tenant.id(), null, done);
                while (last != null) {
                    if (!rebuilds.progress(id, done[0])) {
                        return false;
                    }
                    last = fillPage(source, name, tenant.id(), last.id(), done);
                }
            }
        }
        return true;
    }

    /** @return the last document of the page; null when there was none */
    private @Nullable Document fillPage(
            IndexSource source, String name, TenantId tenant, @Nullable UUID after, long[] done) {
        return SystemActing.<@Nullable Document>inTenant(
                tenant,
                () -> {
                    var documents = source.page(after, PAGE);
                    if (documents.isEmpty()) {
                        return null;
                    }
                    door.write(source.index(), documents, List.of(), VersionType.External, name);
                    done[0] += documents.size();
                    return documents.get(documents.size() - 1);
                });
    }

    private List<TenantSummary> after(List<TenantSummary> page) {
        return tenants.list(page.get(page.size() - 1).id(), TENANTS);
    }

    private record Definition(String json, String fingerprint) {}

    /** The resource, with the table of simplifications and its own fingerprint filled in. */
    private static Definition definition(SearchIndex index) {
        try (var file = IndexKeeper.class.getResourceAsStream(index.definition())) {
            if (file == null) {
                throw new IllegalStateException(index.definition() + " is not on the class path");
            }
            var mappings =
                    ChineseText.simplifications().entrySet().stream()
                            .sorted(java.util.Map.Entry.comparingByKey())
                            .map(e ->
                                    "\"%s=>%s\""
                                            .formatted(
                                                    Character.toString(e.getKey()),
                                                    Character.toString(e.getValue())))
                            .collect(Collectors.joining(","));
            var json =
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("\"${simplifications}\"", mappings);
            var fingerprint = fingerprint(json);
            return new Definition(json.replace("${fingerprint}", fingerprint), fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(String json) {
        try {
            var digest =
                    java.security.MessageDigest.getInstance("SHA-256")
                            .digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
