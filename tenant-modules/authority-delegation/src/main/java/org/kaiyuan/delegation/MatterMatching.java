package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.search.MatterIndex;
import org.kaiyuan.delegation.search.MatterWords;
import org.kaiyuan.platform.search.Search;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.search.SearchUnavailable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which matters the rows of a file are about: by code, by name, from the shared catalogue; what is nearly called so is found
 * by search, and a person says whether it is it.
 */
@Component
class MatterMatching {
    /** Of how many unknown names a file's likenesses are searched; beyond it they are taken as new. */
    static final int MOST_SEARCHED = 1000;

    private static final int CANDIDATES = 5;

    private final JdbcTemplate jdbc;
    private final SearchDoor door;
    private final TransactionTemplate reading;

    MatterMatching(JdbcTemplate jdbc, SearchDoor door, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.door = door;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * What a row's matter is.
     *
     * @param key the same for rows about one matter
     * @param matter of the zone's catalogue; null where it has none, or where it is unclear
     * @param shared of the shared catalogue; null where it has none
     * @param placeholder stands in a note until the matter is made
     * @param candidates what it may be; empty where it is clear
     */
    record Match(
            String key,
            @Nullable MatterId matter,
            @Nullable UUID shared,
            MatterId placeholder,
            List<MatterId> candidates) {
        static Match of(MatterId matter) {
            return new Match(matter.toString(), matter, null, matter, List.of());
        }

        boolean isUnclear() {
            return !candidates.isEmpty();
        }

        MatterId orPlaceholder() {
            return matter == null ? placeholder : matter;
        }
    }

    private record Known(MatterId id, @Nullable String code) {}

    /** One for each, in their order. */
    List<Match> match(List<MatterDraft> rows) {
        var codes =
                rows.stream()
                        .map(MatterDraft::code)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray(String[]::new);
        var keys =
                rows.stream()
                        .map(one -> ChineseText.key(one.name()))
                        .distinct()
                        .toArray(String[]::new);
        Map<String, MatterId> byCode = new HashMap<>();
        Map<String, List<Known>> byName = new HashMap<>();
        Map<String, UUID> sharedByCode = new HashMap<>();
        Map<String, UUID> sharedByName = new HashMap<>();
        reading.executeWithoutResult(open -> {
            own(codes, keys, byCode, byName);
            shared(codes, keys, sharedByCode, sharedByName);
        });
        Map<String, Match> found = new HashMap<>();
        int[] searched = new int[1];
        var matches = new ArrayList<Match>();
        for (var row : rows) {
            var key = ChineseText.key(row.name());
            var identity = row.code() == null ? key : row.code();
            matches.add(
                    found.computeIfAbsent(
                            identity,
                            id -> {
                                var known =
                                        known(
                                                row,
                                                key,
                                                identity,
                                                byCode,
                                                byName,
                                                sharedByCode,
                                                sharedByName);
                                return known == null ? alike(row, identity, searched) : known;
                            }));
        }
        return withoutGone(matches);
    }

    /** Without what the index still has and the catalogue has not. */
    private List<Match> withoutGone(List<Match> matches) {
        var named =
                matches.stream()
                        .flatMap(one -> one.candidates().stream())
                        .map(MatterId::value)
                        .distinct()
                        .toArray(UUID[]::new);
        if (named.length == 0) {
            return matches;
        }
        var there =
                Set.copyOf(
                        Objects.requireNonNull(
                                reading.execute(open ->
                                        jdbc.query(
                                                "select id from delegation.matter where id = any (?)",
                                                (row, n) ->
                                                        new MatterId(row.getObject(1, UUID.class)),
                                                (Object) named))));
        return matches.stream()
                .map(one ->
                        new Match(
                                one.key(),
                                one.matter(),
                                one.shared(),
                                one.placeholder(),
                                one.candidates().stream().filter(there::contains).toList()))
                .toList();
    }

    private static @Nullable Match known(
            MatterDraft row,
            String key,
            String identity,
            Map<String, MatterId> byCode,
            Map<String, List<Known>> byName,
            Map<String, UUID> sharedByCode,
            Map<String, UUID> sharedByName) {
        if (row.code() != null) {
            var coded = byCode.get(row.code());
            if (coded != null) {
                return Match.of(coded);
            }
            var shared = sharedByCode.get(row.code());
            if (shared != null) {
                return new Match(identity, null, shared, MatterId.next(), List.of());
            }
        }
        var named = byName.getOrDefault(key, List.of());
        var free = named.stream().filter(one -> row.code() == null || one.code() == null).toList();
        if (free.size() == 1 && named.size() == 1) {
            return Match.of(free.getFirst().id());
        }
        if (!named.isEmpty()) { // several of one name, or another code: a person knows
            return new Match(
                    identity,
                    null,
                    null,
                    MatterId.next(),
                    named.stream().map(Known::id).limit(CANDIDATES).toList());
        }
        var shared = row.code() == null ? sharedByName.get(key) : null;
        return shared == null
                ? null
                : new Match(identity, null, shared, MatterId.next(), List.of());
    }

    private Match alike(MatterDraft row, String identity, int[] searched) {
        if (searched[0]++ >= MOST_SEARCHED) {
            return new Match(identity, null, null, MatterId.next(), List.of());
        }
        try {
            var hits =
                    door
                            .search(
                                    MatterIndex.INDEX,
                                    Search.of(MatterWords.alike(row.name()), CANDIDATES)
                                            .handingBack("name"))
                            .hits()
                            .stream()
                            .map(hit -> new MatterId(hit.id()))
                            .toList();
            return new Match(identity, null, null, MatterId.next(), hits);
        } catch (SearchUnavailable unavailable) {
            return new Match(identity, null, null, MatterId.next(), List.of());
        }
    }

    private void own(
            String[] codes,
            String[] keys,
            Map<String, MatterId> byCode,
            Map<String, List<Known>> byName) {
        jdbc.query(
                "select id, code, name_key from delegation.matter where code = any (?) or name_key = any (?) order by id",
                row -> {
                    var id = new MatterId(row.getObject(1, UUID.class));
                    var code = row.getString(2);
                    if (code != null) {
                        byCode.put(code, id);
                    }
                    byName.computeIfAbsent(row.getString(3), key -> new ArrayList<>())
                            .add(new Known(id, code));
                },
                codes,
                keys);
    }

    private void shared(
            String[] codes, String[] keys, Map<String, UUID> byCode, Map<String, UUID> byName) {
        long me = CurrentTenant.get().value();
        jdbc.query(
                "select s.id, s.code, s.name_key from delegation.shared_matter s where "
                        + SharedMatters.SEEN
                        + " and (s.code = any (?) or s.name_key = any (?)) order by s.id",
                row -> {
                    var id = row.getObject(1, UUID.class);
                    if (row.getString(2) != null) {
                        byCode.putIfAbsent(row.getString(2), id);
                    }
                    byName.putIfAbsent(row.getString(3), id);
                },
                me,
                me,
                codes,
                keys);
    }
}
