package org.kaiyuan.enterprises.persistence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.CursorRefused;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * The SQL of one list.
 *
 * <p>Only comparisons that are leakproof use an index under row-level security: text ranges instead of
 * {@code LIKE}, whole hundredths instead of {@code numeric}.
 */
public final class EnterpriseSql {
    private final StringBuilder where = new StringBuilder("e.merged_into is null");
    private final List<Object> arguments = new ArrayList<>();

    private EnterpriseSql() {}

    /** @param after the cursor of the page before, or null */
    public static EnterpriseSql page(
            EnterpriseFilter filter, EnterpriseOrder order, @Nullable String after) {
        var sql = new EnterpriseSql();
        sql.filter(filter);
        if (after != null) {
            sql.after(order, after);
        }
        return sql;
    }

    /** Narrows to names, former names and credit codes that begin with what was typed. */
    public EnterpriseSql beginningWith(String typed) {
        var key = ChineseText.key(typed);
        var code = key.toUpperCase(java.util.Locale.ROOT);
        and(
                "e.id in (select id from enterprises.enterprise where name_key >= ? and name_key < ?"
                        + " union all select id from enterprises.enterprise where credit_code >= ? and credit_code < ?"
                        + " union all select enterprise_id from enterprises.former_name where name_key >= ? and name_key < ?"
                        + " limit 1000)",
                key,
                key + ChineseText.LAST,
                code,
                code + ChineseText.LAST,
                key,
                key + ChineseText.LAST);
        return this;
    }

    /** The condition, with {@code e} for the enterprise. */
    public String where() {
        return where.toString();
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    public static String orderBy(EnterpriseOrder order) {
        return switch (order) {
            case NAME -> "e.name_key, e.id";
            case CHANGED -> "e.updated_at desc, e.id desc";
            case CAPITAL -> "e.capital_key desc, e.id desc";
            case FOUNDED -> "coalesce(e.founded_on, date '0001-01-01') desc, e.id desc";
        };
    }

    /** Where the page after this row begins. */
    public static String cursor(EnterpriseOrder order, EnterpriseRow last) {
        var capital = last.registeredCapital();
        var founded = last.foundedOn();
        var key =
                switch (order) {
                    case NAME -> ChineseText.key(last.name());
                    case CHANGED -> last.updatedAt().toString();
                    case CAPITAL ->
                            capital == null
                                    ? "-1"
                                    : capital.movePointRight(2).toBigInteger().toString();
                    case FOUNDED -> founded == null ? "0001-01-01" : founded.toString();
                };
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.id() + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    private void after(EnterpriseOrder order, String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var id = UUID.fromString(text.substring(0, 36));
            var key = text.substring(37);
            if (key.indexOf('\0') >= 0) {
                throw new CursorRefused();
            }
            switch (order) {
                case NAME -> and("(e.name_key, e.id) > (?, ?)", key, id);
                case CHANGED ->
                        and(
                                "(e.updated_at, e.id) < (?, ?)",
                                Timestamp.from(Instant.parse(dated(key))),
                                id);
                case CAPITAL -> and("(e.capital_key, e.id) < (?, ?)", Long.parseLong(key), id);
                case FOUNDED ->
                        and(
                                "(coalesce(e.founded_on, date '0001-01-01'), e.id) < (?, ?)",
                                LocalDate.parse(dated(key)),
                                id);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            throw new CursorRefused();
        }
    }

    /** No enterprise is older or younger, and every number is answered. */
    private static int year(int asked) {
        return Math.clamp(asked, 1, 9999);
    }

    /** Years beyond 9999 or before 0 carry a sign; PostgreSQL does not know all of them. */
    private static String dated(String key) {
        if (!Character.isDigit(key.charAt(0))) {
            throw new CursorRefused();
        }
        return key;
    }

    private void filter(EnterpriseFilter f) {
        var prefix = f.namePrefix() == null ? "" : ChineseText.key(f.namePrefix());
        if (!prefix.isEmpty()) {
            and("e.name_key >= ? and e.name_key < ?", prefix, prefix + ChineseText.LAST);
        }
        under("e.industry_code", f.industryCode());
        under("e.division_code", f.divisionCode());
        is("e.leading_industry = ?", f.leadingIndustry());
        is("e.sub_industry = ?", f.subIndustry());
        if (!f.statuses().isEmpty()) {
            and(
                    "e.status = any (?)",
                    (Object) f.statuses().stream().map(Enum::name).sorted().toArray(String[]::new));
        }
        is("e.above_scale = ?", f.aboveScale());
        is("e.four_above = ?", f.fourAbove());
        is("e.capital_key >= ?", hundredths(f.capitalFromYuan()));
        var most = hundredths(f.capitalToYuan());
        if (most != null) {
            and("e.capital_key <= ? and e.capital_key >= 0", most);
        }
        if (f.foundedFromYear() != null) {
            and(
                    "coalesce(e.founded_on, date '0001-01-01') >= ?",
                    LocalDate.of(year(f.foundedFromYear()), 1, 1));
        }
        if (f.foundedToYear() != null) {
            and(
                    "coalesce(e.founded_on, date '0001-01-01') <= ? and e.founded_on is not null",
                    LocalDate.of(year(f.foundedToYear()), 12, 31));
        }
        is(
                "exists (select from enterprises.qualification q where q.tenant_id = e.tenant_id and q.enterprise_id = e.id and q.kind_code = ?)",
                f.qualification());
        is(
                "exists (select from enterprises.enterprise_tag t where t.tenant_id = e.tenant_id and t.enterprise_id = e.id and t.tag = ?)",
                f.tag());
    }

    private static @Nullable Long hundredths(@Nullable BigDecimal amount) {
        return amount == null
                ? null
                : amount.movePointRight(2).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }

    private void under(String column, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            and(
                    column + " >= ? and " + column + " < ?",
                    code.strip(),
                    code.strip() + ChineseText.LAST);
        }
    }

    private void is(String condition, @Nullable Object value) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            and(condition, value);
        }
    }

    private void and(String condition, Object... values) {
        where.append(" and ").append(condition);
        arguments.addAll(List.of(values));
    }
}
