package org.kaiyuan.delegation;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/**
 * The catalogue that the operator shares with all zones and a supervisor with those that lie in its divisions. What a zone
 * uses of it becomes a matter of its own, which follows what is shared.
 */
@Service
@Transactional
public class SharedMatters {
    static final String SUBJECT = "delegation.shared-matter";

    /** The largest page. */
    public static final int MOST = 200;

    private static final TypeReference<List<LegalBasis>> BASES = new TypeReference<>() {};

    /** Who may see it: it is the operator's, one's own, or of a supervisor in whose divisions one lies. */
    static final String SEEN =
            """
            (s.zone is null or s.zone = (select x.id from tenancy.tenant x where x.id = ?)
             or exists (select from tenancy.tenant p join tenancy.tenant me on me.id = ?
                        cross join unnest(p.divisions) d (code) cross join unnest(me.divisions) h (code)
                        where p.id = s.zone and p.kind = 'SUPERVISOR' and p.state <> 'DELETED' and starts_with(h.code, d.code)))
            """;

    private static final String SELECT =
            """
            select s.id, s.code, s.basic_code, s.name, s.kind, s.field, s.bases, s.version, s.zone, p.name as publisher,
                   exists (select from delegation.matter m where m.shared_id = s.id) as used
            from delegation.shared_matter s left join tenancy.tenant p on p.id = s.zone
            """;

    private final JdbcTemplate jdbc;
    private final MatterStore store;
    private final ChangeHistory history;
    private final Clock clock;

    SharedMatters(JdbcTemplate jdbc, MatterStore store, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    /** What is said of a shared matter, and in which version. */
    record Said(MatterDraft said, long version) {}

    /**
     * In the order of their names.
     *
     * @param prefix only those whose name begins so; empty for all
     * @param after the last of the page before; null for the first
     */
    @Transactional(readOnly = true)
    @PreAuthorize(
            "hasAnyRole('"
                    + DelegationPermissions.READ
                    + "', '"
                    + DelegationPermissions.SHARE
                    + "')")
    public List<SharedMatter> page(String prefix, @Nullable UUID after, int limit) {
        var me = CurrentTenant.maybe().map(TenantId::value).orElse(null);
        var key = ChineseText.key(prefix);
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(me);
        arguments.add(me);
        var where = new StringBuilder(SEEN);
        if (!key.isEmpty()) {
            where.append(" and s.name_key >= ? and s.name_key < ?");
            arguments.add(key);
            arguments.add(key + ChineseText.LAST);
        }
        if (after != null) {
            where.append(
                    " and (s.name_key, s.id) > (select a.name_key, a.id from delegation.shared_matter a where a.id = ?)");
            arguments.add(after);
        }
        arguments.add(Math.clamp(limit, 1, MOST));
        return jdbc.query(
                SELECT + "where " + where + " order by s.name_key, s.id limit ?",
                (row, n) -> shared(row, me),
                arguments.toArray());
    }

    /** Whether whoever acts may share: the operator, or a supervisor. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public boolean mayShare() {
        return CurrentTenant.maybe()
                .map(me ->
                        !jdbc.queryForList(
                                        "select 1 from tenancy.tenant where id = ? and kind = 'SUPERVISOR'",
                                        me.value())
                                .isEmpty())
                .orElse(true);
    }

    /**
     * Shares all matters of one's own catalogue that are not shared yet, so that a list that was imported becomes a
     * catalogue for many.
     *
     * @return how many
     * @throws SharingRefused for who is no supervisor
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.SHARE + "')")
    public int shareAll() {
        refuseOthers();
        var me = CurrentTenant.get();
        int many =
                jdbc.update(
                        """
                        insert into delegation.shared_matter
                            (id, zone, code, basic_code, name, name_key, kind, field, bases, updated_at)
                        select m.id, m.tenant_id, m.code, m.basic_code, m.name, m.name_key, m.kind, m.field,
                            coalesce((select jsonb_agg(jsonb_build_object('title', b.title, 'article', b.article,
                                          'state', b.state, 'since', b.since) order by b.position)
                                      from delegation.matter_basis b
                                      where b.tenant_id = m.tenant_id and b.matter_id = m.id), '[]'), ?
                        from delegation.matter m
                        where m.shared_id is null
                          and not exists (select from delegation.shared_matter s where s.id = m.id)
                          and not exists (select from delegation.shared_matter s where s.zone = m.tenant_id and s.code = m.code)\
                        """,
                        Timestamp.from(clock.instant()));
        if (many > 0) {
            history.record(
                    SUBJECT,
                    UUID.nameUUIDFromBytes(
                            ("shared " + me.value()).getBytes(StandardCharsets.UTF_8)),
                    "sharedAll",
                    List.of(new FieldChange("matters", null, Integer.toString(many))));
        }
        return many;
    }

    private void refuseOthers() {
        if (!mayShare()) {
            throw new SharingRefused();
        }
    }

    /** @throws UnknownMatter when none is shared with who asks */
    @Transactional(readOnly = true)
    @PreAuthorize(
            "hasAnyRole('"
                    + DelegationPermissions.READ
                    + "', '"
                    + DelegationPermissions.SHARE
                    + "')")
    public SharedMatter get(UUID id) {
        var me = CurrentTenant.maybe().map(TenantId::value).orElse(null);
        return jdbc
                .query(
                        SELECT + "where " + SEEN + " and s.id = ?",
                        (row, n) -> shared(row, me),
                        me,
                        me,
                        id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownMatter::new);
    }

    /**
     * Shares a matter: with all zones where the operator does, else with those in one's divisions.
     *
     * @throws SharingRefused for who is neither the operator nor a supervisor
     * @throws DelegationFieldsRefused with all that is wrong
     * @throws MatterCodeTaken when one of that code is shared already
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.SHARE + "')")
    public UUID share(MatterDraft said) {
        refuseOthers();
        said.check();
        var id = UuidV7.next();
        try {
            jdbc.update(
                    """
                    insert into delegation.shared_matter
                        (id, zone, code, basic_code, name, name_key, kind, field, bases, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)\
                    """,
                    id,
                    CurrentTenant.maybe().map(TenantId::value).orElse(null),
                    said.code(),
                    said.basicCode(),
                    said.name(),
                    ChineseText.key(said.name()),
                    said.kind().name(),
                    said.field(),
                    Wordings.JSON.writeValueAsString(said.bases()),
                    Timestamp.from(clock.instant()));
        } catch (DuplicateKeyException e) {
            throw new MatterCodeTaken(String.valueOf(said.code()));
        }
        history.record(SUBJECT, id, "shared", List.of(new FieldChange("name", null, said.name())));
        return id;
    }

    /**
     * Says something else of it; zones that use it follow within the hour.
     *
     * @throws UnknownMatter when there is none, or another shares it
     * @throws MatterChangedMeanwhile when it is not any more what was seen
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.SHARE + "')")
    public void revise(UUID id, MatterDraft said, long basedOn) {
        said.check();
        var me = CurrentTenant.maybe().map(TenantId::value).orElse(null);
        var versions =
                jdbc.queryForList(
                        "select version from delegation.shared_matter where id = ? and zone is not distinct from ? for update",
                        Long.class,
                        id,
                        me);
        if (versions.isEmpty()) {
            throw new UnknownMatter();
        }
        if (versions.getFirst() != basedOn) {
            throw new MatterChangedMeanwhile(
                    versions.getFirst(),
                    history.newest(id, (int) Math.max(1, versions.getFirst() - basedOn)));
        }
        try {
            jdbc.update(
                    """
                    update delegation.shared_matter set code = ?, basic_code = ?, name = ?, name_key = ?, kind = ?,
                        field = ?, bases = ?::jsonb, updated_at = ?, version = version + 1
                    where id = ?\
                    """,
                    said.code(),
                    said.basicCode(),
                    said.name(),
                    ChineseText.key(said.name()),
                    said.kind().name(),
                    said.field(),
                    Wordings.JSON.writeValueAsString(said.bases()),
                    Timestamp.from(clock.instant()),
                    id);
        } catch (DuplicateKeyException e) {
            throw new MatterCodeTaken(String.valueOf(said.code()));
        }
        history.record(SUBJECT, id, "revised", List.of(new FieldChange("name", null, said.name())));
    }

    /**
     * Takes shared matters into the zone's own catalogue; those that it has already stay, and one of its own with the same
     * code becomes the shared one.
     *
     * @return the zone's own, in the order of what was asked
     * @throws UnknownMatter when one is not shared with the zone
     * @throws MatterCodeTaken when the zone uses another shared matter of that code, or two that are asked for have the same
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public List<MatterId> use(List<UUID> ids) {
        long me = CurrentTenant.get().value();
        Map<UUID, Said> said = new HashMap<>();
        jdbc.query(
                SELECT + "where " + SEEN + " and s.id = any (?)",
                row -> {
                    var one = shared(row, me);
                    said.put(one.id(), new Said(one.said(), one.version()));
                },
                me,
                me,
                ids.toArray(UUID[]::new));
        if (!said.keySet().containsAll(ids)) {
            throw new UnknownMatter();
        }
        var codes =
                said.values().stream()
                        .map(one -> one.said().code())
                        .filter(Objects::nonNull)
                        .toArray(String[]::new);
        Map<UUID, MatterId> used = new HashMap<>();
        Map<String, MatterId> byCode = new HashMap<>();
        var taken = new HashSet<String>();
        jdbc.query(
                "select id, shared_id, code from delegation.matter where shared_id = any (?) or code = any (?)",
                row -> {
                    var own = new MatterId(row.getObject(1, UUID.class));
                    var shared = row.getObject(2, UUID.class);
                    if (shared == null) {
                        byCode.put(row.getString(3), own);
                    } else if (said.containsKey(shared)) {
                        used.put(shared, own);
                    } else {
                        taken.add(row.getString(3));
                    }
                },
                ids.toArray(UUID[]::new),
                codes);
        var fresh = new ArrayList<MatterStore.Added>();
        Map<UUID, Said> joined = new HashMap<>();
        for (var id : ids) {
            if (!used.containsKey(id)) {
                var one = Objects.requireNonNull(said.get(id));
                var code = one.said().code();
                if (code != null && !taken.add(code)) {
                    throw new MatterCodeTaken(code);
                }
                var same = code == null ? null : byCode.get(code);
                var own = same == null ? MatterId.next() : same;
                if (same == null) {
                    fresh.add(new MatterStore.Added(own, one.said(), id, one.version()));
                } else {
                    jdbc.update( // rare: the zone wrote it down before it was shared
                            "update delegation.matter set shared_id = ?, shared_version = ? where id = ?",
                            id,
                            one.version(),
                            own.value());
                    joined.put(own.value(), one);
                }
                used.put(id, own);
            }
        }
        store.add(fresh);
        if (!joined.isEmpty()) {
            store.takeOver(joined);
        }
        return ids.stream().map(id -> Objects.requireNonNull(used.get(id))).toList();
    }

    private static SharedMatter shared(ResultSet row, @Nullable Long me) throws SQLException {
        long zone = row.getLong("zone");
        boolean operators = row.wasNull();
        return new SharedMatter(
                row.getObject("id", UUID.class),
                said(row),
                row.getString("publisher"),
                operators ? me == null : me != null && me == zone,
                row.getBoolean("used"),
                row.getLong("version"));
    }

    static MatterDraft said(ResultSet row) throws SQLException {
        return new MatterDraft(
                row.getString("code"),
                row.getString("basic_code"),
                row.getString("name"),
                MatterKind.valueOf(row.getString("kind")),
                row.getString("field"),
                Wordings.JSON.readValue(row.getString("bases"), BASES));
    }
}
