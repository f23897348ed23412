package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/**
 * Columns of the national exchange, pinned: who reads them reads them for years. Values in Chinese, whoever asks.
 *
 * @see <a href="../../../../../../../docs/decisions/0037-case-exchange.md">decision 0037</a>
 */
@Component
class CaseExportRows {
    private static final String CASES =
            """
             from services.case_file c%s
            where c.submitted_at >= ? and c.submitted_at < ? and (?::bigint is null or c.company = ?)
            order by c.submitted_at, c.id%s\
            """;

    private final Messages messages;
    private final Clock clock;

    CaseExportRows(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String sheet(CaseExport.Part part) {
        return switch (part) {
            case BASIC -> "办件基本信息";
            case ACCEPTANCE -> "受理信息";
            case PROCESS -> "办理过程信息";
            case SPECIAL -> "特别程序信息";
            case RESULT -> "办件结果信息";
        };
    }

    static String[] columns(CaseExport.Part part) {
        return (switch (part) {
                    case BASIC ->
                            "办件编号 主办件编号 事项编码 事项名称 事项版本 办理路径 申请人名称 申请人类型 申请人证件类型 申请人证件号码 联系人姓名 申请渠道 申请时间 办件状态 承诺期限（工作日） 法定期限（工作日）";
                    case ACCEPTANCE ->
                            "办件编号 受理结果 受理日期 视为受理 容缺受理 容缺补交期限 受理文书编号 承办部门 承办人 办理方式 决定机关 承诺办结日期 法定办结日期";
                    case PROCESS -> "办件编号 序号 办理环节 办理动作 办理人 办理时间 计时日期 办理意见";
                    case SPECIAL -> "办件编号 特别程序种类 开始日期 结束日期 依据文件 延长工作日";
                    case RESULT -> "办件编号 办结日期 办结结果 决定文书编号 决定人 按时办结 送达方式 送达日期 送达凭证 归档时间 归档校验值";
                })
                .split(" ");
    }

    static String sql(CaseExport.Part part) {
        return switch (part) {
            case BASIC ->
                    "select c.*, s.code, p.receipt as main"
                            + CASES.formatted(
                                    """
                                     join services.service s on s.tenant_id = c.tenant_id and s.id = c.service_id
                                    left join services.case_file p on p.tenant_id = c.tenant_id and p.id = c.part_of\
                                    """,
                                    "");
            case ACCEPTANCE ->
                    """
                    select c.*, (select l.number from services.letter l where l.tenant_id = c.tenant_id and l.case_id = c.id
                                 and l.kind in ('ACCEPTANCE', 'DEFERRAL', 'NOT_ACCEPTED', 'HANDED_UP') order by l.at, l.id limit 1) as letter\
                    """
                            + CASES.formatted("", "")
                                    .replace(
                                            "order by",
                                            "and (c.accepted_on is not null or c.state = 'NOT_ACCEPTED') order by");
            case PROCESS ->
                    "select c.receipt, e.number, e.step, e.act, e.by_name, e.at, e.on_day, case when e.open then e.said end as said"
                            + CASES.formatted(
                                    " join services.case_event e on e.tenant_id = c.tenant_id and e.case_id = c.id",
                                    ", e.number");
            case SPECIAL ->
                    "select c.receipt, x.kind, x.from_on, x.to_on, x.document, x.days"
                            + CASES.formatted(
                                    """
                                     cross join lateral (
                                        select t.reason as kind, t.from_on, t.to_on, t.document, null::int as days, 1 as part, t.number
                                        from services.case_stop t where t.tenant_id = c.tenant_id and t.case_id = c.id
                                        union all
                                        select 'SUPPLEMENT', c.supplement_asked_on, c.supplemented_on, null, null, 0, 0
                                        where c.supplement_asked_on is not null
                                        union all
                                        select 'EXTENSION', c.accepted_on, null, null, c.extension_days, 2, 0
                                        where c.extension_days > 0) x\
                                    """,
                                    ", x.part, x.number");
            case RESULT ->
                    """
                    select c.*, (select l.number from services.letter l where l.tenant_id = c.tenant_id and l.case_id = c.id
                                 and l.kind in ('GRANTED', 'REFUSED', 'REPLY') order by l.at desc, l.id limit 1) as letter\
                    """
                            + CASES.formatted("", "")
                                    .replace("order by", "and c.decided_on is not null order by");
        };
    }

    List<@Nullable Object> of(CaseExport.Part part, ResultSet row) throws SQLException {
        return switch (part) {
            case BASIC -> basic(row);
            case ACCEPTANCE -> acceptance(row);
            case PROCESS ->
                    list(
                            row.getString("receipt"),
                            row.getInt("number"),
                            word(StepKind.class, row.getString("step")),
                            word(CaseAct.class, row.getString("act")),
                            row.getString("by_name"),
                            time(row, "at"),
                            day(row, "on_day"),
                            row.getString("said"));
            case SPECIAL ->
                    list(
                            row.getString("receipt"),
                            special(row.getString("kind")),
                            day(row, "from_on"),
                            day(row, "to_on"),
                            row.getString("document"),
                            row.getObject("days"));
            case RESULT -> result(row);
        };
    }

    private List<@Nullable Object> basic(ResultSet row) throws SQLException {
        var credit = row.getString("credit_code");
        return list(
                row.getString("receipt"),
                row.getString("main"),
                row.getString("code"),
                row.getString("title"),
                row.getInt("edition"),
                word(ServiceTrack.class, row.getString("track")),
                row.getString("enterprise_name"),
                "企业法人",
                credit == null ? null : "统一社会信用代码",
                credit,
                row.getString("applicant_name"),
                word(CaseChannel.class, row.getString("channel")),
                time(row, "submitted_at"),
                word(CaseState.class, row.getString("state")),
                row.getInt("promised_days"),
                row.getObject("statutory_days"));
    }

    private List<@Nullable Object> acceptance(ResultSet row) throws SQLException {
        boolean accepted = row.getObject("accepted_on") != null;
        var ruling = row.getString("ruling");
        return list(
                row.getString("receipt"),
                accepted ? "受理" : "不予受理",
                accepted ? day(row, "accepted_on") : day(row, "ended_on"),
                yes(row.getBoolean("deemed")),
                yes(row.getObject("deferred_due_on") != null),
                day(row, "deferred_due_on"),
                row.getString("letter"),
                row.getString("team"),
                row.getString("owner_name"),
                word(CaseCourse.class, row.getString("course")),
                ruling == null ? null : ServiceJson.ruling(ruling).body(),
                day(row, "due_on"),
                day(row, "statutory_due_on"));
    }

    private List<@Nullable Object> result(ResultSet row) throws SQLException {
        var decided = day(row, "decided_on");
        var due = day(row, "due_on");
        return list(
                row.getString("receipt"),
                decided,
                word(CaseOutcome.class, row.getString("outcome")),
                row.getString("letter"),
                row.getString("decided_name"),
                decided == null || due == null ? null : yes(!decided.isAfter(due)),
                word(DeliveryWay.class, row.getString("delivered_way")),
                day(row, "delivered_on"),
                row.getString("delivered_proof"),
                time(row, "archived_at"),
                row.getString("archive_sha256"));
    }

    private @Nullable String special(String kind) {
        return switch (kind) {
            case "SUPPLEMENT" -> "补正";
            case "EXTENSION" -> "延长办理期限";
            default -> word(StopReason.class, kind);
        };
    }

    private <E extends Enum<E>> @Nullable String word(Class<E> type, @Nullable String constant) {
        return constant == null
                ? null
                : messages.of(Locale.SIMPLIFIED_CHINESE, Enum.valueOf(type, constant));
    }

    private static String yes(boolean yes) {
        return yes ? "是" : "否";
    }

    private static List<@Nullable Object> list(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null
                ? null
                : LocalDateTime.ofInstant(at.toInstant(), clock.getZone())
                        .truncatedTo(ChronoUnit.SECONDS);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
