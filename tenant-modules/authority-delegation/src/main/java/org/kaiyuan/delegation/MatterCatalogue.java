package org.kaiyuan.delegation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.search.MatterIndex;
import org.kaiyuan.delegation.search.MatterWords;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.Search;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.search.SearchUnavailable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The zone's catalogue of matters, found however they are typed: by characters, pinyin, initials or code. */
@Service
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class MatterCatalogue {
    /** The largest page. */
    public static final int MOST = 200;

    private static final String ROW =
            """
            select m.id, m.code, m.name, m.kind, m.field, m.basis_state, m.shared_id is not null,
                (select w.receiving_body from delegation.wording w
                 join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id
                 where w.tenant_id = m.tenant_id and w.matter_id = m.id and w.to_edition is null and w.act = 'GRANT'
                   and l.kind in %s and w.mode in ('DIRECT', 'ENTRUSTED', 'BRANCH')
                   and w.effective_on <= ? and (w.expires_on is null or w.expires_on >= ?)
                   and not exists (select from delegation.wording x where x.tenant_id = w.tenant_id and x.ends = w.entry_id
                                   and x.to_edition is null and x.effective_on <= ?)
                 order by w.sub_park nulls first, w.effective_on desc limit 1)
            from delegation.matter m
            """
                    .formatted(Wordings.HOLD_POWERS);

    private final SearchDoor door;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;

    MatterCatalogue(
            SearchDoor door,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.door = door;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Which matters.
     *
     * @param basis only those of which the worst basis is so
     */
    public record Filter(
            @Nullable MatterKind kind, @Nullable String field, @Nullable BasisState basis) {
        public static final Filter ALL = new Filter(null, null, null);

        public Filter {
            field = field == null ? null : ChineseText.storable(field);
        }
    }

    /** @throws UnknownMatter when there is none */
    public Matter get(MatterId id) {
        return Objects.requireNonNull(
                reading.execute(open -> {
                    var found =
                            jdbc.query(
                                    """
                                    select code, basic_code, name, kind, field, basis_state, shared_id is not null, version
                                    from delegation.matter where id = ?\
                                    """,
                                    (row, n) ->
                                            new Matter(
                                                    id,
                                                    row.getString(1),
                                                    row.getString(2),
                                                    row.getString(3),
                                                    MatterKind.valueOf(row.getString(4)),
                                                    row.getString(5),
                                                    bases(id),
                                                    BasisState.valueOf(row.getString(6)),
                                                    row.getBoolean(7),
                                                    row.getLong(8)),
                                    id.value());
                    return found.stream().findFirst().orElseThrow(UnknownMatter::new);
                }));
    }

    /** By its code; empty where the zone has none of it. */
    public Optional<MatterId> byCode(String code) {
        return Objects.requireNonNull(
                reading.execute(open ->
                        jdbc
                                .query(
                                        "select id from delegation.matter where code = ?",
                                        (row, n) -> new MatterId(row.getObject(1, UUID.class)),
                                        ChineseText.storable(code).strip())
                                .stream()
                                .findFirst()));
    }

    /**
     * In the order of their names.
     *
     * @param after the last of the page before; null for the first
     * @param limit at most {@link #MOST}
     */
    public List<MatterRow> page(Filter filter, @Nullable MatterId after, int limit) {
        var today = Date.valueOf(LocalDate.now(clock));
        var where = new StringBuilder("where true");
        var arguments = new ArrayList<Object>(List.of(today, today, today));
        if (filter.kind() != null) {
            where.append(" and m.kind = ?");
            arguments.add(filter.kind().name());
        }
        if (filter.field() != null) {
            where.append(" and m.field = ?");
            arguments.add(filter.field());
        }
        if (filter.basis() != null) {
            where.append(" and m.basis_state = ?");
            arguments.add(filter.basis().name());
        }
        if (after != null) {
            where.append(
                    " and (m.name_key, m.id) > (select a.name_key, a.id from delegation.matter a where a.id = ?)");
            arguments.add(after.value());
        }
        arguments.add(Math.clamp(limit, 1, MOST));
        return rows(ROW + where + " order by m.name_key, m.id limit ?", arguments);
    }

    /**
     * The best first, within two seconds; while Elasticsearch is away those whose name or code begins so.
     *
     * @param from how many hits are left out
     * @param limit at most {@link #MOST}
     */
    public List<MatterRow> search(String typed, Filter filter, int from, int limit) {
        int most = Math.min(Math.clamp(limit, 1, MOST), Search.DEEPEST - from);
        if (most <= 0) {
            return List.of();
        }
        try {
            var found =
                    door.search(
                            MatterIndex.INDEX,
                            new Search(
                                    MatterWords.query(typed),
                                    filters(filter),
                                    List.of(),
                                    from,
                                    most,
                                    List.of("name"),
                                    List.of()));
            return rowsOf(found.hits().stream().map(hit -> hit.id()).toList());
        } catch (SearchUnavailable unavailable) {
            return from > 0 ? List.of() : withoutElasticsearch(typed, filter, most);
        }
    }

    /** The ids of the hits, the best first, at most 1,000: for narrowing lists by what was typed. */
    public List<MatterId> ids(String typed) {
        try {
            return door
                    .search(
                            MatterIndex.INDEX,
                            new Search(
                                    MatterWords.query(typed),
                                    Map.of(),
                                    List.of(),
                                    0,
                                    1000,
                                    List.of("name"),
                                    List.of()))
                    .hits()
                    .stream()
                    .map(hit -> new MatterId(hit.id()))
                    .toList();
        } catch (SearchUnavailable unavailable) {
            return withoutElasticsearch(typed, Filter.ALL, MOST).stream()
                    .map(MatterRow::id)
                    .toList();
        }
    }

    private List<MatterRow> withoutElasticsearch(String typed, Filter filter, int most) {
        var key = ChineseText.key(typed);
        var today = Date.valueOf(LocalDate.now(clock));
        var arguments = new ArrayList<Object>(List.of(today, today, today));
        arguments.addAll(List.of(key, key + ChineseText.LAST, ChineseText.storable(typed).strip()));
        arguments.add(most);
        return rows(
                        ROW
                                + "where (m.name_key >= ? and m.name_key < ? or m.code = ?)"
                                + " order by m.name_key, m.id limit ?",
                        arguments)
                .stream()
                .filter(row -> filter.kind() == null || row.kind() == filter.kind())
                .filter(row -> filter.field() == null || filter.field().equals(row.field()))
                .filter(row -> filter.basis() == null || row.basisState() == filter.basis())
                .toList();
    }

    /** In the order of the ids. */
    private List<MatterRow> rowsOf(List<UUID> ids) {
        var today = Date.valueOf(LocalDate.now(clock));
        Map<MatterId, MatterRow> byId = new HashMap<>();
        rows(ROW + "where m.id = any (?)", List.of(today, today, today, ids.toArray(UUID[]::new)))
                .forEach(row -> byId.put(row.id(), row));
        return ids.stream()
                .map(id -> byId.get(new MatterId(id)))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<MatterRow> rows(String sql, List<Object> arguments) {
        return Objects.requireNonNull(
                reading.execute(open ->
                        jdbc.query(
                                sql,
                                (row, n) ->
                                        new MatterRow(
                                                new MatterId(row.getObject(1, UUID.class)),
                                                row.getString(2),
                                                row.getString(3),
                                                MatterKind.valueOf(row.getString(4)),
                                                row.getString(5),
                                                BasisState.valueOf(row.getString(6)),
                                                row.getBoolean(7),
                                                row.getString(8)),
                                arguments.toArray())));
    }

    private List<LegalBasis> bases(MatterId id) {
        return jdbc.query(
                "select title, article, state, since from delegation.matter_basis where matter_id = ? order by position",
                (row, n) ->
                        new LegalBasis(
                                row.getString(1),
                                row.getString(2),
                                BasisState.valueOf(row.getString(3)),
                                row.getObject(4, LocalDate.class)),
                id.value());
    }

    private static Map<String, Query> filters(Filter filter) {
        Map<String, Query> filters = new HashMap<>();
        if (filter.kind() != null) {
            filters.put("kind", Query.is("kind", filter.kind().name()));
        }
        if (filter.field() != null) {
            filters.put("field", Query.is("field", filter.field()));
        }
        if (filter.basis() != null) {
            filters.put("basis", Query.is("basis", filter.basis().name()));
        }
        return filters;
    }
}
