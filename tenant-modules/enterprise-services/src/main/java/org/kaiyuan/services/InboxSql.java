package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * The boxes of the inbox as SQL: each is one range of one index, or a few of them put together, so that a page costs what it
 * shows and not what the zone has.
 */
final class InboxSql {
    static final String UNDECIDED = "c.state in ('SUBMITTED', 'SUPPLEMENT', 'ACCEPTED')";

    /** Codes of zones have hyphens, too; it may be the beginning of one. */
    private static final Pattern RECEIPT =
            Pattern.compile("[A-Z0-9]{1,40}(-[A-Z0-9]{1,40}){0,8}-[0-9]{0,8}");

    private static final String OPINIONS =
            "services.case_opinion o join services.case_file c on c.tenant_id = o.tenant_id and c.id = o.case_id";

    private InboxSql() {}

    /**
     * Who asks, and when.
     *
     * @param owners whoever asks and whom they substitute today
     * @param company of an operating company's staff: they see what was assigned to it; else null
     * @param dueUntil last day that is near
     */
    record Asking(
            List<String> owners,
            @Nullable String team,
            @Nullable TenantId company,
            LocalDate today,
            LocalDate dueUntil,
            ZoneId zone) {}

    /** A range of an index. */
    private record Branch(String from, String where, List<Object> arguments) {}

    /** A statement with its arguments. */
    record Statement(String sql, List<Object> arguments) {}

    static InboxOrder order(CaseFilter filter) {
        var words = words(filter);
        if (filter.box() == CaseBox.REVIEWS) {
            return InboxOrder.AWAITED;
        }
        if (words != null) {
            return isReceipt(words) ? InboxOrder.RECEIPT : InboxOrder.NAMED;
        }
        return filter.box() == CaseBox.CLOSED ? InboxOrder.NEWEST : InboxOrder.URGENT;
    }

    static Statement page(CaseFilter filter, Asking asking, @Nullable String cursor, int atMost) {
        var order = order(filter);
        var narrowed = new ArrayList<Object>();
        var narrowing = narrowing(filter, asking, narrowed);
        var arguments = new ArrayList<Object>();
        var parts = new ArrayList<String>();
        for (var branch : branches(filter.box(), asking)) {
            arguments.addAll(branch.arguments());
            arguments.addAll(narrowed);
            var after = "";
            if (cursor != null && !cursor.isEmpty()) {
                after = " and " + order.after();
                arguments.addAll(order.arguments(cursor));
            }
            arguments.add(atMost);
            parts.add(
                    "(select %s, %s from %s where %s%s%s order by %s limit ?)"
                            .formatted(
                                    InboxRows.COLUMNS,
                                    order.day(),
                                    branch.from(),
                                    branch.where(),
                                    narrowing,
                                    after,
                                    order.by("c")));
        }
        if (parts.size() == 1) {
            return new Statement(parts.getFirst(), arguments);
        }
        arguments.add(atMost);
        return new Statement(
                "select * from (%s) u order by %s limit ?"
                        .formatted(String.join(" union all ", parts), order.by("u")),
                arguments);
    }

    /** One row with a number for each box, in their order. */
    static Statement counts(Asking asking, int most) {
        var arguments = new ArrayList<Object>();
        var columns = new ArrayList<String>();
        for (var box : CaseBox.values()) {
            var parts = new ArrayList<String>();
            for (var branch : branches(box, asking)) {
                var narrowed = new ArrayList<Object>();
                var narrowing = narrowing(CaseFilter.of(box), asking, narrowed);
                arguments.addAll(branch.arguments());
                arguments.addAll(narrowed);
                arguments.add(most);
                parts.add(
                        "(select 1 from %s where %s%s limit ?)"
                                .formatted(branch.from(), branch.where(), narrowing));
            }
            arguments.add(most);
            columns.add(
                    "(select count(*) from (select 1 from (%s) b limit ?) n)"
                            .formatted(String.join(" union all ", parts)));
        }
        return new Statement("select " + String.join(", ", columns), arguments);
    }

    private static List<Branch> branches(CaseBox box, Asking asking) {
        return switch (box) {
            case MINE ->
                    asking.owners().stream()
                            .map(owner -> ofCases("c.open and c.owner = ?", owner))
                            .toList();
            case TEAM ->
                    ofTeams(asking, "c.open and c.owner is null and c.company is null and c.team");
            case ALL -> List.of(ofCases("c.open"));
            case DUE ->
                    List.of(
                            ofCases(
                                    UNDECIDED + " and c.urgent_on >= ? and c.urgent_on <= ?",
                                    asking.today(),
                                    asking.dueUntil()));
            case OVERDUE -> List.of(ofCases(UNDECIDED + " and c.urgent_on < ?", asking.today()));
            case WAITING ->
                    List.of(
                            ofCases(
                                    "c.open and c.waiting_for <> 'PARK' and c.waiting_for = 'ENTERPRISE'"));
            case UPPER ->
                    List.of(
                            ofCases(
                                    "c.open and c.waiting_for <> 'PARK' and c.waiting_for = 'UPPER'"));
            case TO_DELIVER -> List.of(ofCases("c.open and c.state = 'DECIDED'"));
            case REVIEWS -> reviews(asking);
            case CLOSED -> List.of(ofCases("not c.open"));
        };
    }

    private static Branch ofCases(String where, Object... arguments) {
        return new Branch("services.case_file c", where, List.of(arguments));
    }

    private static List<Branch> ofTeams(Asking asking, String column) {
        var all = new ArrayList<Branch>();
        all.add(ofCases(column + " is null"));
        var team = asking.team();
        if (team != null) {
            all.add(ofCases(column + " = ?", team));
        }
        return all;
    }

    /** A case of which several opinions are awaited is there once, with the first. */
    private static List<Branch> reviews(Asking asking) {
        var all = new ArrayList<Branch>();
        var team = asking.team();
        var first =
                """
                 and o.verdict is null and c.state = 'ACCEPTED' and not exists (
                    select from services.case_opinion e
                    where e.tenant_id = o.tenant_id and e.case_id = o.case_id and e.verdict is null
                      and (e.team is null%s) and (e.due_on, e.seat) < (o.due_on, o.seat))\
                """
                        .formatted(team == null ? "" : " or e.team = ?");
        all.add(
                new Branch(
                        OPINIONS,
                        "o.team is null" + first,
                        team == null ? List.of() : List.of(team)));
        if (team != null) {
            all.add(new Branch(OPINIONS, "o.team = ?" + first, List.of(team, team)));
        }
        return all;
    }

    private static String narrowing(CaseFilter filter, Asking asking, List<Object> arguments) {
        var where = new StringBuilder();
        var company = asking.company();
        if (company != null) {
            where.append(" and c.track = 'TICKET' and c.company = ?");
            arguments.add(company.value());
        }
        var service = filter.service();
        if (service != null) {
            where.append(" and c.service_id = ?");
            arguments.add(service.value());
        }
        var team = filter.team();
        if (team != null) {
            where.append(" and c.team = ?");
            arguments.add(team);
        }
        var state = filter.state();
        if (state != null) {
            where.append(" and c.state = ?");
            arguments.add(state.name());
        }
        var month = filter.month();
        if (month != null) {
            where.append(" and c.submitted_at >= ? and c.submitted_at < ?");
            arguments.add(Timestamp.from(month.atDay(1).atStartOfDay(asking.zone()).toInstant()));
            arguments.add(
                    Timestamp.from(
                            month.plusMonths(1).atDay(1).atStartOfDay(asking.zone()).toInstant()));
        }
        var words = words(filter);
        if (words != null) {
            var column = isReceipt(words) ? "c.receipt" : "c.enterprise_name";
            var from = isReceipt(words) ? words.toUpperCase(Locale.ROOT) : words;
            where.append(" and ").append(column).append(" >= ?");
            arguments.add(from);
            var end = endOf(from);
            if (end != null) {
                where.append(" and ").append(column).append(" < ?");
                arguments.add(end);
            }
        }
        return where.toString();
    }

    private static @Nullable String words(CaseFilter filter) {
        var words = filter.words();
        return words == null || words.isBlank() || words.indexOf('\0') >= 0 ? null : words.strip();
    }

    private static boolean isReceipt(String words) {
        return RECEIPT.matcher(words.toUpperCase(Locale.ROOT)).matches();
    }

    /** The first text, in collation C, that is behind all that begin so; null where there is none. */
    private static @Nullable String endOf(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        var before = beginning.substring(0, beginning.length() - Character.charCount(last));
        int next = last + 1;
        if (next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE) {
            next = Character.MAX_SURROGATE + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            return before + Character.toString(next);
        }
        return before.isEmpty() ? null : endOf(before);
    }
}
