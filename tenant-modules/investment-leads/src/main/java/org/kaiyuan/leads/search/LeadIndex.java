package org.kaiyuan.leads.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.Likeness;
import org.kaiyuan.platform.search.Document;
import org.kaiyuan.platform.search.IndexSource;
import org.kaiyuan.platform.search.SearchIndex;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.NameForms;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads as documents, read from PostgreSQL in batches; who may see one is part of it, phone numbers are not. */
@Component
@Transactional(readOnly = true)
public class LeadIndex implements IndexSource {
    /** The one index of this room. */
    public static final SearchIndex INDEX =
            new SearchIndex("leads", "/org/kaiyuan/leads/search/index.json");

    /** Of a lead that only its owner and team may see. */
    public static final String CONFIDENTIAL = "CONFIDENTIAL";

    /** Of a lead that nobody owns. */
    public static final String UNOWNED = "UNOWNED";

    private static final String SELECT =
            """
            select l.id, l.version, l.code, l.project_name, l.summary, l.way, l.fair_id, l.introducer,
                   l.leading_industry, l.sub_industry, l.industry_code, l.cluster, l.investment_yuan, l.confidential,
                   l.owner, l.owner_name, l.owner_team, l.stage, l.furthest, l.state, l.next_action, l.signed_on,
                   l.registered_on, l.due_on, l.silent_on, l.enterprise_id,
                   (l.stage_since at time zone 'Asia/Shanghai')::date as stage_since,
                   array(select i.name from leads.investor i
                         where i.tenant_id = l.tenant_id and i.lead_id = l.id order by i.position) as investors,
                   array(select i.credit_code from leads.investor i
                         where i.tenant_id = l.tenant_id and i.lead_id = l.id and i.credit_code is not null) as codes,
                   array(select i.enterprise_id::text from leads.investor i
                         where i.tenant_id = l.tenant_id and i.lead_id = l.id and i.enterprise_id is not null) as again,
                   array(select m.username from leads.member m
                         where m.tenant_id = l.tenant_id and m.lead_id = l.id) as team,
                   array(select t.tag from leads.lead_tag t
                         where t.tenant_id = l.tenant_id and t.lead_id = l.id) as tags
            from leads.lead l
            where l.merged_into is null and
            """;

    private final JdbcTemplate jdbc;

    LeadIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SearchIndex index() {
        return INDEX;
    }

    @Override
    public long count() {
        var count = jdbc.queryForObject("select count(*) from leads.lead", Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public List<Document> page(@Nullable UUID after, int limit) {
        return jdbc.query(
                SELECT + "l.id > ? order by l.id limit ?",
                LeadIndex::document,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    /** Those of the ids that are there. */
    public List<Document> of(Collection<UUID> ids) {
        return jdbc.query(
                SELECT + "l.id = any (?)", LeadIndex::document, (Object) ids.toArray(UUID[]::new));
    }

    /** The ids that a batch brought or touched, after one of them, in their order. */
    public List<UUID> touched(UUID batch, @Nullable UUID after, int limit) {
        return jdbc.query(
                """
                select t.id from (
                    select lead_id as id from leads.batch_touch where batch_id = ?
                    union
                    select id from leads.lead where import_id = ?) t
                where t.id > ? order by t.id limit ?\
                """,
                (row, number) -> row.getObject(1, UUID.class),
                batch,
                batch,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var source = new HashMap<String, Object>();
        var name = row.getString("project_name");
        var investors = texts(row, "investors");
        source.put("projectName", name);
        source.put("investors", investors);
        for (var column : COLUMNS.entrySet()) {
            put(source, column.getValue(), row.getString(column.getKey()));
        }
        source.put("code", codeKey(row.getString("code")));
        source.put("codeLetters", ChineseText.key(row.getString("code")));
        source.put("creditCodes", texts(row, "codes"));
        source.put("industryPath", path(row.getString("industry_code")));
        source.put("furthest", row.getInt("furthest"));
        source.put("investment", row.getLong("investment_yuan"));
        var enterprises = new LinkedHashSet<>(texts(row, "again"));
        var registered = row.getString("enterprise_id");
        if (registered != null) {
            enterprises.add(registered);
        }
        source.put("enterpriseIds", enterprises);
        source.put("team", texts(row, "team"));
        var flags = new ArrayList<String>();
        if (row.getBoolean("confidential")) {
            flags.add(CONFIDENTIAL);
        }
        if (row.getString("owner") == null) {
            flags.add(UNOWNED);
        }
        source.put("flags", flags);
        var tags = texts(row, "tags");
        source.put("tags", tags);
        var words = new ArrayList<>(tags);
        for (var column : WORDS) {
            var word = row.getString(column);
            if (word != null) {
                words.add(word);
            }
        }
        source.put("words", words);
        source.put("p", project(name));
        source.put("n", names(investors));
        return new Document(row.getObject("id", UUID.class), row.getLong("version"), source);
    }

    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("stage", "stage"),
                    Map.entry("state", "state"),
                    Map.entry("way", "way"),
                    Map.entry("fair_id", "fairId"),
                    Map.entry("leading_industry", "leadingIndustry"),
                    Map.entry("sub_industry", "subIndustry"),
                    Map.entry("owner", "owner"),
                    Map.entry("owner_team", "ownerTeam"),
                    Map.entry("registered_on", "registeredOn"),
                    Map.entry("signed_on", "signedOn"),
                    Map.entry("due_on", "dueOn"),
                    Map.entry("silent_on", "silentOn"),
                    Map.entry("stage_since", "stageSince"),
                    Map.entry("summary", "summary"));

    /** What else one may remember of a lead. */
    private static final List<String> WORDS =
            List.of(
                    "leading_industry",
                    "sub_industry",
                    "cluster",
                    "owner_name",
                    "introducer",
                    "next_action");

    private static Map<String, Object> project(String name) {
        var forms = NameForms.of(name);
        var key = ChineseText.key(name);
        var p = new HashMap<String, Object>();
        p.put("key", key);
        Likeness.project(name).ifPresent(form -> p.put("form", form));
        p.put("one", key);
        p.put("two", key);
        p.put("pinyin", forms.pinyin());
        p.put("initials", forms.initials());
        p.put("initialLetters", forms.initials());
        p.put("pinyinGrams", forms.pinyinGrams());
        return p;
    }

    private static Map<String, Object> names(List<String> investors) {
        var full = new ArrayList<String>();
        var bare = new LinkedHashSet<String>();
        var alias = new LinkedHashSet<String>();
        var grams = new ArrayList<String>();
        var pinyin = new LinkedHashSet<String>();
        var initials = new LinkedHashSet<String>();
        for (var name : investors) {
            var forms = NameForms.of(name);
            full.add(forms.written().full());
            bare.addAll(forms.written().bare());
            alias.addAll(forms.written().alias());
            grams.add(forms.pinyinGrams());
            pinyin.addAll(forms.pinyin());
            initials.addAll(forms.initials());
        }
        var n = new HashMap<String, Object>();
        n.put("full", full);
        n.put("bare", bare);
        n.put("alias", alias);
        n.put("one", full);
        n.put("two", full);
        n.put("pinyin", pinyin);
        n.put("initials", initials);
        n.put("initialLetters", initials);
        n.put("pinyinGrams", grams);
        return n;
    }

    /** Without what people leave out when they type it: DEYANG-2026-0012 is DEYANG20260012. */
    static String codeKey(String code) {
        return ChineseText.key(code).toUpperCase(Locale.ROOT);
    }

    /** C3841 lies under C, C38, C384 and itself. */
    private static List<String> path(@Nullable String code) {
        var path = new ArrayList<String>();
        if (code != null) {
            for (int length : new int[] {1, 3, 4, 5}) {
                if (code.length() >= length) {
                    path.add(code.substring(0, length));
                }
            }
        }
        return path;
    }

    private static void put(Map<String, Object> source, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            source.put(field, text);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) Objects.requireNonNull(row.getArray(column)).getArray());
    }
}
