package org.kaiyuan.leads;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * The SQL of one list, with {@code l} for the lead.
 *
 * <p>Only comparisons that are leakproof use an index under row-level security: text ranges in the C
 * collation, whole numbers, days.
 */
final class LeadSql {
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final StringBuilder where = new StringBuilder("l.merged_into is null");
    private final List<Object> arguments = new ArrayList<>();

    private LeadSql() {}

    /** @param after the cursor of the page before, or null */
    static LeadSql page(
            LeadFilter filter, LeadOrder order, LeadSight.Seen seen, @Nullable String after) {
        var sql = new LeadSql();
        sql.where.append(seen.sql());
        sql.arguments.addAll(seen.arguments());
        sql.filter(filter);
        if (after != null) {
            sql.after(order, after);
        }
        return sql;
    }

    static LeadSql of(LeadFilter filter, LeadSight.Seen seen) {
        return page(filter, LeadOrder.CHANGED, seen, null);
    }

    String where() {
        return where.toString();
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    static String orderBy(LeadOrder order) {
        return switch (order) {
            case CHANGED -> "l.updated_at desc, l.id desc";
            case DUE -> "coalesce(l.due_on, date '9999-12-31'), l.id";
            case INVESTMENT -> "l.investment_yuan desc, l.id desc";
            case NAME -> "l.name_key, l.id";
            case REGISTERED -> "l.registered_on desc, l.id desc";
        };
    }

    /** Where the page after this row begins. */
    static String cursor(LeadOrder order, LeadRow last) {
        var key =
                switch (order) {
                    case CHANGED -> last.updatedAt().toString();
                    case DUE -> (last.dueOn() == null ? NEVER : last.dueOn()).toString();
                    case INVESTMENT ->
                            String.valueOf(
                                    last.investmentYuan() == null ? -1 : last.investmentYuan());
                    case NAME -> ChineseText.key(last.projectName());
                    case REGISTERED -> last.registeredOn().toString();
                };
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.id() + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    private void after(LeadOrder order, String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var id = UUID.fromString(text.substring(0, 36));
            var key = text.substring(37);
            switch (order) {
                case CHANGED ->
                        and(
                                "(l.updated_at, l.id) < (?, ?)",
                                Timestamp.from(Instant.parse(dated(key))),
                                id);
                case DUE ->
                        and(
                                "(coalesce(l.due_on, date '9999-12-31'), l.id) > (?, ?)",
                                LocalDate.parse(dated(key)),
                                id);
                case INVESTMENT ->
                        and("(l.investment_yuan, l.id) < (?, ?)", Long.parseLong(key), id);
                case NAME -> {
                    if (key.indexOf('\0') >= 0) {
                        throw new LeadCursorRefused();
                    }
                    and("(l.name_key, l.id) > (?, ?)", key, id);
                }
                case REGISTERED ->
                        and("(l.registered_on, l.id) < (?, ?)", LocalDate.parse(dated(key)), id);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            throw new LeadCursorRefused();
        }
    }

    /** Years beyond 9999 or before 0 carry a sign; PostgreSQL does not know all of them. */
    private static String dated(String key) {
        if (!Character.isDigit(key.charAt(0))) {
            throw new LeadCursorRefused();
        }
        return key;
    }

    private void filter(LeadFilter f) {
        var prefix = f.namePrefix() == null ? "" : ChineseText.key(f.namePrefix());
        if (!prefix.isEmpty()) {
            and("l.name_key >= ? and l.name_key < ?", prefix, prefix + ChineseText.LAST);
        }
        oneOf("l.stage", f.stages());
        oneOf("l.state", f.states());
        is("l.owner = ?", f.owner());
        if (f.pool()) {
            where.append(" and l.owner is null and l.state = 'ACTIVE'");
        }
        is("l.way = ?", f.way() == null ? null : f.way().name());
        is("l.fair_id = ?", f.fairId());
        is("l.leading_industry = ?", f.leadingIndustry());
        is("l.sub_industry = ?", f.subIndustry());
        if (f.industryCode() != null && !f.industryCode().isBlank()) {
            var code = f.industryCode().strip();
            and("l.industry_code >= ? and l.industry_code < ?", code, code + ChineseText.LAST);
        }
        is("l.furthest >= ?", f.reached() == null ? null : f.reached().ordinal());
        is("l.investment_yuan >= ?", f.investmentFromYuan());
        if (f.investmentToYuan() != null) {
            and("l.investment_yuan <= ? and l.investment_yuan >= 0", f.investmentToYuan());
        }
        is("l.registered_on >= ?", f.registeredFrom());
        is("l.registered_on <= ?", f.registeredTo());
        is("l.signed_on >= ?", f.signedFrom());
        is("l.signed_on <= ?", f.signedTo());
        is("l.due_on <= ?", f.dueUntil());
        is("l.silent_on <= ?", f.silentUntil());
        if (f.stuckSince() != null) {
            and(
                    "l.stage_since < ? and l.state = 'ACTIVE'",
                    Timestamp.from(f.stuckSince().plusDays(1).atStartOfDay(SHANGHAI).toInstant()));
        }
        if (f.enterpriseId() != null) {
            and(
                    "(l.enterprise_id = ? or exists (select from leads.investor i where"
                            + " i.tenant_id = l.tenant_id and i.lead_id = l.id and i.enterprise_id = ?))",
                    f.enterpriseId(),
                    f.enterpriseId());
        }
        is(
                "exists (select from leads.lead_tag t where t.tenant_id = l.tenant_id and t.lead_id = l.id and t.tag = ?)",
                f.tag());
    }

    /** A single one is asked for by {@code =}, so that an index behind it still knows its order. */
    private void oneOf(String column, Collection<? extends Enum<?>> constants) {
        if (constants.size() == 1) {
            and(column + " = ?", constants.iterator().next().name());
        } else if (!constants.isEmpty()) {
            and(column + " = any (?)", (Object) names(constants));
        }
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
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
