package org.kaiyuan.enterprises.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.Document;
import org.kaiyuan.platform.search.IndexSource;
import org.kaiyuan.platform.search.SearchIndex;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.NameForms;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enterprises as documents, read from PostgreSQL in batches: one statement each, whatever hangs on a row. */
@Component
@Transactional(readOnly = true)
public class EnterpriseIndex implements IndexSource {
    /** The one index of this room. */
    public static final SearchIndex INDEX =
            new SearchIndex("enterprises", "/org/kaiyuan/enterprises/search/index.json");

    private static final String SELECT =
            """
            select e.id, e.version, e.name, e.short_name, e.credit_code, e.kind, e.status, e.industry_code,
                   e.leading_industry, e.sub_industry, e.chain_position, e.division_code, e.city, e.address,
                   e.business_scope, e.products, e.above_scale, e.four_above, e.founded_on, e.capital_key, e.updated_at,
                   array(select f.name from enterprises.former_name f
                         where f.tenant_id = e.tenant_id and f.enterprise_id = e.id) as former_names,
                   array(select q.kind_code from enterprises.qualification q
                         where q.tenant_id = e.tenant_id and q.enterprise_id = e.id) as kinds,
                   array(select k.name from enterprises.qualification q
                         join enterprises.qualification_kind k on k.code = q.kind_code
                         where q.tenant_id = e.tenant_id and q.enterprise_id = e.id) as kind_names,
                   array(select t.tag from enterprises.enterprise_tag t
                         where t.tenant_id = e.tenant_id and t.enterprise_id = e.id) as tags
            from enterprises.enterprise e
            where e.merged_into is null and
            """;

    private final JdbcTemplate jdbc;

    EnterpriseIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SearchIndex index() {
        return INDEX;
    }

    @Override
    public long count() {
        var count = jdbc.queryForObject("select count(*) from enterprises.enterprise", Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public List<Document> page(@Nullable UUID after, int limit) {
        return jdbc.query(
                SELECT + "e.id > ? order by e.id limit ?",
                EnterpriseIndex::document,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    /** Those of the ids that are there. */
    public List<Document> of(Collection<UUID> ids) {
        return jdbc.query(
                SELECT + "e.id = any (?)",
                EnterpriseIndex::document,
                (Object) ids.toArray(UUID[]::new));
    }

    /** The ids that a batch brought or touched, after one of them, in their order. */
    public List<UUID> touched(UUID batch, @Nullable UUID after, int limit) {
        return jdbc.query(
                """
                select t.id from (
                    select enterprise_id as id from enterprises.batch_touch where batch_id = ?
                    union
                    select id from enterprises.enterprise where import_id = ?) t
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
        var name = row.getString("name");
        source.put("name", name);
        for (var column : COLUMNS.entrySet()) {
            put(source, column.getValue(), row.getString(column.getKey()));
        }
        source.put("industryPath", path(row.getString("industry_code")));
        source.put("division", divisions(row.getString("division_code")));
        var flags = new ArrayList<String>();
        if (row.getBoolean("above_scale")) {
            flags.add("ABOVE_SCALE");
        }
        if (row.getBoolean("four_above")) {
            flags.add("FOUR_ABOVE");
        }
        source.put("flags", flags);
        var founded = row.getDate("founded_on");
        if (founded != null) {
            source.put("foundedOn", founded.toString());
            source.put("foundedYear", founded.toLocalDate().getYear());
        }
        long capital = row.getLong("capital_key");
        if (capital >= 0) {
            source.put("capital", capital / 100);
            source.put("capitalBand", band(capital / 100));
        }
        source.put("updatedAt", row.getTimestamp("updated_at").toInstant().toString());
        source.put("nameSort", ChineseText.key(name));
        var formerNames = texts(row, "former_names");
        var tags = texts(row, "tags");
        source.put("formerNames", formerNames);
        source.put("qualifications", texts(row, "kinds"));
        source.put("tags", tags);
        var words = new ArrayList<>(texts(row, "kind_names"));
        words.addAll(tags);
        source.put("words", words);
        source.put("n", names(name, row.getString("short_name")));
        if (!formerNames.isEmpty()) {
            source.put("f", formers(formerNames));
        }
        return new Document(row.getObject("id", UUID.class), row.getLong("version"), source);
    }

    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("short_name", "shortName"),
                    Map.entry("credit_code", "creditCode"),
                    Map.entry("kind", "kind"),
                    Map.entry("status", "status"),
                    Map.entry("industry_code", "industryCode"),
                    Map.entry("leading_industry", "leadingIndustry"),
                    Map.entry("sub_industry", "subIndustry"),
                    Map.entry("chain_position", "chainPosition"),
                    Map.entry("division_code", "divisionCode"),
                    Map.entry("city", "city"),
                    Map.entry("address", "address"),
                    Map.entry("business_scope", "scope"),
                    Map.entry("products", "products"));

    private static Map<String, Object> names(String name, @Nullable String shortName) {
        var forms = NameForms.of(name);
        var written = forms.written();
        var alias = new LinkedHashSet<>(written.alias());
        if (shortName != null) {
            alias.add(ChineseText.key(shortName));
        }
        var n = new HashMap<String, Object>();
        n.put("full", written.full());
        n.put("bare", written.bare());
        n.put("core", written.cores());
        n.put("alias", alias);
        n.put("parent", written.parent());
        n.put("sorted", written.sorted());
        n.put("ends", written.ends());
        n.put("tell", written.telling());
        n.put("tellEnds", written.textEnds());
        n.put("tellPinyin", forms.textPinyin());
        n.put("tellInitials", forms.textInitials());
        n.put("place", written.places());
        n.put("branch", written.isBranch());
        n.put("one", written.text());
        n.put("two", written.text());
        n.put("skip", written.skips());
        n.put("pinyin", forms.pinyin());
        n.put("initials", forms.initials());
        n.put("pinyinGrams", forms.pinyinGrams());
        n.put("initialGrams", forms.initialGrams());
        return n;
    }

    private static Map<String, Object> formers(List<String> names) {
        var full = new ArrayList<String>();
        var bare = new LinkedHashSet<String>();
        var one = new ArrayList<String>();
        var pinyin = new LinkedHashSet<String>();
        var initials = new LinkedHashSet<String>();
        for (var name : names) {
            var forms = NameForms.of(name);
            full.add(forms.written().full());
            bare.addAll(forms.written().bare());
            one.add(forms.written().text());
            pinyin.addAll(forms.pinyin());
            initials.addAll(forms.initials());
        }
        return Map.of(
                "full", full, "bare", bare, "one", one, "pinyin", pinyin, "initials", initials);
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

    private static List<String> divisions(@Nullable String code) {
        var path = new ArrayList<String>();
        if (code != null) {
            for (int length : new int[] {2, 4, 6, 9}) {
                if (code.length() >= length) {
                    path.add(code.substring(0, length));
                }
            }
        }
        return path;
    }

    private static String band(long yuan) {
        if (yuan < 1_000_000) {
            return "UNDER_1M";
        }
        if (yuan < 10_000_000) {
            return "1M_10M";
        }
        return yuan < 100_000_000 ? "10M_100M" : "OVER_100M";
    }

    private static void put(Map<String, Object> source, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            source.put(field, text);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
