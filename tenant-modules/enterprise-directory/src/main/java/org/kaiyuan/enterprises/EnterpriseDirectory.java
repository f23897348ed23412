package org.kaiyuan.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.enterprises.persistence.EnterpriseSql;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking enterprises up: lists by filter and order, and one in full. Search is {@code EnterpriseSearch}'s. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + EnterprisePermissions.READ + "')")
public class EnterpriseDirectory {
    /** The largest page. */
    public static final int MOST = 500;

    /** Up to here a count is exact; beyond it is PostgreSQL's estimate. */
    private static final int COUNTED = 10_000;

    private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    /** What {@link #row} reads; {@code e} is the enterprise. */
    private static final String COLUMNS =
            """
            select e.id, e.name, e.short_name, e.credit_code, e.status, e.industry_code, e.leading_industry,
                   e.sub_industry, e.chain_position, e.registered_capital, e.capital_currency, e.founded_on,
                   e.division_code, e.city, e.above_scale, e.four_above, e.updated_at,
                   array(select distinct q.kind_code from enterprises.qualification q
                         where q.tenant_id = e.tenant_id and q.enterprise_id = e.id order by 1) as qualifications,
                   array(select t.tag from enterprises.enterprise_tag t
                         where t.tenant_id = e.tenant_id and t.enterprise_id = e.id order by 1) as tags
            from enterprises.enterprise e
            where
            """;

    private final JdbcTemplate jdbc;
    private final Enterprises enterprises;
    private final ChangeHistory history;

    EnterpriseDirectory(JdbcTemplate jdbc, Enterprises enterprises, ChangeHistory history) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.history = history;
    }

    /**
     * A page of what the filter finds, in one statement.
     *
     * @param after {@link EnterprisePage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws CursorRefused when {@code after} is not of this order
     */
    public EnterprisePage find(
            EnterpriseFilter filter, EnterpriseOrder order, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var sql = EnterpriseSql.page(filter, order, after);
        var arguments = new ArrayList<>(List.of(sql.arguments()));
        arguments.add(most + 1);
        var rows =
                jdbc.query(
                        COLUMNS
                                + sql.where()
                                + " order by "
                                + EnterpriseSql.orderBy(order)
                                + " limit ?",
                        EnterpriseDirectory::row,
                        arguments.toArray());
        return rows.size() <= most
                ? new EnterprisePage(rows, null)
                : new EnterprisePage(
                        List.copyOf(rows.subList(0, most)),
                        EnterpriseSql.cursor(order, rows.get(most - 1)));
    }

    /** Those of the ids that are there and not merged away, in the order of the ids; at most {@link #MOST}. */
    public List<EnterpriseRow> rows(List<EnterpriseId> ids) {
        var wanted = ids.stream().limit(MOST).map(EnterpriseId::value).toArray(UUID[]::new);
        return jdbc.query(
                COLUMNS
                        + "e.id = any (?) and e.merged_into is null order by array_position(?::uuid[], e.id)",
                EnterpriseDirectory::row,
                wanted,
                wanted);
    }

    /** Those whose name, former name or credit code begins with what was typed: what is left without search. */
    public List<EnterpriseRow> beginningWith(String typed, EnterpriseFilter filter, int limit) {
        var sql = EnterpriseSql.page(filter, EnterpriseOrder.NAME, null).beginningWith(typed);
        var arguments = new ArrayList<>(List.of(sql.arguments()));
        arguments.add(Math.clamp(limit, 1, MOST));
        return jdbc.query(
                COLUMNS + sql.where() + " order by e.name_key, e.id limit ?",
                EnterpriseDirectory::row,
                arguments.toArray());
    }

    /** How many the filter finds: exact up to 10,000, estimated beyond. Not for every page. */
    public EnterpriseCount count(EnterpriseFilter filter) {
        var sql = EnterpriseSql.page(filter, EnterpriseOrder.NAME, null);
        var from = " from enterprises.enterprise e where " + sql.where();
        var counted =
                jdbc.queryForObject(
                        "select count(*) from (select 1" + from + " limit " + (COUNTED + 1) + ") c",
                        Long.class,
                        sql.arguments());
        if (counted == null || counted <= COUNTED) {
            return new EnterpriseCount(counted == null ? 0 : counted, false);
        }
        var plan =
                String.join(
                        "\n",
                        jdbc.queryForList(
                                "explain (format json) select 1" + from,
                                String.class,
                                sql.arguments()));
        Matcher rows = PLAN_ROWS.matcher(plan);
        return new EnterpriseCount(
                rows.find() ? Math.max(counted, Long.parseLong(rows.group(1))) : counted, true);
    }

    /**
     * Everything about one; contacts masked. The id of one that was merged away leads to its survivor.
     *
     * @throws UnknownEnterprise when there is none, or it is another zone's
     */
    public EnterpriseDetails details(EnterpriseId id) {
        Enterprise enterprise = enterprises.get(id);
        var survivor = enterprise.mergedInto();
        if (survivor != null) {
            enterprise = enterprises.get(survivor);
        }
        var p = enterprise.profile();
        return new EnterpriseDetails(
                enterprise.id(),
                enterprise.version(),
                p.withContacts(p.contacts().stream().map(ContactLine::masked).toList()),
                survivor == null ? null : id,
                enterprise.createdAt(),
                enterprise.updatedAt());
    }

    /**
     * Who changed what when, the newest first: this one, and those that were merged into it.
     *
     * @param before where the page before ended; null for the newest
     * @see #mergedAway
     */
    public List<ChangeEntry> history(EnterpriseId id, @Nullable ChangePlace before, int limit) {
        enterprises.get(id);
        var subjects = new ArrayList<UUID>(List.of(id.value()));
        mergedAway(id).forEach(gone -> subjects.add(gone.id().value()));
        return history.of(subjects, before, limit);
    }

    /** The records that were merged into this one, also through others; the last {@link #MOST}. */
    public List<MergedAway> mergedAway(EnterpriseId survivor) {
        return jdbc.query(
                """
                select id, name, code_before_merge from enterprises.enterprise
                where merged_into = ? order by updated_at desc, id limit ?\
                """,
                (row, number) ->
                        new MergedAway(
                                new EnterpriseId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3)),
                survivor.value(),
                MOST);
    }

    /**
     * How many enterprises each sub-industry of the plan has, in one statement.
     *
     * @return by industry and sub-industry with a slash between them; those without either are not counted
     */
    public Map<String, Long> bySubIndustry(Set<EnterpriseStatus> statuses) {
        var counts = new HashMap<String, Long>();
        jdbc.query(
                """
                select leading_industry || '/' || sub_industry, count(*) from enterprises.enterprise
                where merged_into is null and status = any (?)
                    and leading_industry is not null and sub_industry is not null group by 1\
                """,
                row -> {
                    counts.put(row.getString(1), row.getLong(2));
                },
                (Object) statuses.stream().map(Enum::name).sorted().toArray(String[]::new));
        return counts;
    }

    /** Kinds of qualification in their order: code and name. */
    public List<QualificationKind> qualificationKinds() {
        return jdbc.query(
                "select code, name from enterprises.qualification_kind order by position",
                (row, number) -> new QualificationKind(row.getString(1), row.getString(2)));
    }

    /** The tags in use, at most 200. */
    public List<String> tags() {
        return jdbc.query(
                "select distinct tag from enterprises.enterprise_tag order by tag limit 200",
                (row, number) -> row.getString(1));
    }

    private static EnterpriseRow row(ResultSet row, int number) throws SQLException {
        var founded = row.getDate("founded_on");
        return new EnterpriseRow(
                new EnterpriseId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("credit_code"),
                EnterpriseStatus.valueOf(row.getString("status")),
                row.getString("industry_code"),
                row.getString("leading_industry"),
                row.getString("sub_industry"),
                ChainPosition.valueOf(row.getString("chain_position")),
                row.getBigDecimal("registered_capital"),
                row.getString("capital_currency"),
                founded == null ? null : founded.toLocalDate(),
                row.getString("division_code"),
                row.getString("city"),
                row.getBoolean("above_scale"),
                row.getBoolean("four_above"),
                row.getTimestamp("updated_at").toInstant(),
                List.of((String[]) row.getArray("qualifications").getArray()),
                List.of((String[]) row.getArray("tags").getArray()));
    }
}
