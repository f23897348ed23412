package org.kaiyuan.demo;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.services.CaseRuling;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.delegation.EntryId;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes made-up cases, in batches, within the caller's transaction and zone. */
final class CaseWriting {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final String CODE = "DEMO2026";

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String code;
    private final String zone;
    private final LocalDate today;
    private final Draws draws;
    private final Map<String, UUID> matters;

    /** @param matters ids by code */
    CaseWriting(JdbcTemplate jdbc, long tenant, String code, String zone, LocalDate today, Draws draws, Map<String, UUID> matters) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.code = code;
        this.zone = zone;
        this.today = today;
        this.draws = draws;
        this.matters = matters;
    }

    void services(List<ServiceStories.DemoService> services) {
        var name = zone + "管理员";
        var at = moment(today.minusMonths(18), 0);
        jdbc.batchUpdate(
                """
                insert into services.service (tenant_id, id, code, track, state, matter_id, title, topics, edition, updated_at)
                values (?, ?, ?, ?, 'OPEN', ?, ?, ?, 1, ?)\
                """,
                services.stream()
                        .map(one ->
                                new @Nullable Object[] {
                                    tenant, one.id().value(), one.code(), one.track().name(), one.matter() == null ? null : matters.get(one.matter()),
                                    one.note().title(), one.note().topics().toArray(new String[0]), at
                                })
                        .toList());
        jdbc.batchUpdate(
                """
                insert into services.edition (tenant_id, service_id, number, note, published_at, published_by, published_name)
                values (?, ?, 1, ?::jsonb, ?, ?, ?)\
                """,
                services.stream()
                        .map(one -> new Object[] {tenant, one.id().value(), JSON.writeValueAsString(one.note()), at, code + "-admin", name})
                        .toList());
    }

    void cases(List<CaseStory> stories) {
        files(stories);
        events(stories);
        materials(stories);
        stops(stories);
        letters(stories);
        ratings(stories);
    }

    private void files(List<CaseStory> stories) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            int number = counts.merge(one.submitted, 1, Integer::sum);
            rows.add(row(one, "%s-%s-%06d".formatted(code.toUpperCase(java.util.Locale.ROOT), DAY.format(one.submitted), number)));
        }
        jdbc.batchUpdate(
                """
                insert into services.case_file (tenant_id, id, receipt, pickup_code, made_of, service_id, edition, title, track, matter_id,
                    enterprise_id, enterprise_name, credit_code, applicant_username, applicant_name, applicant_phone, channel, state, step,
                    step_since, waiting_for, answers, pledged, submitted_at, said_since, supplement_asked_on, supplement_said,
                    supplement_due_on, supplemented_on, accepted_on, deemed, course, ruling, entry_id, statutory_days, promised_days,
                    extension_asked_days, extension_asked_by, extension_asked_why, due_on, statutory_due_on, stopped_since,
                    deferred_due_on, next_on, owner, owner_name, outcome, decided_on, decision, decided_name, delivered_on,
                    delivered_way, delivered_proof, archived_at, ended_on)
                values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rows);
        jdbc.batchUpdate(
                "insert into services.receipt_count (tenant_id, day, last) values (?, ?, ?)",
                counts.entrySet().stream().map(one -> new Object[] {tenant, one.getKey(), one.getValue()}).toList());
    }

    private @Nullable Object[] row(CaseStory one, String receipt) {
        var service = one.service;
        var note = service.note();
        var accepted = one.accepted;
        boolean open = one.ended == null;
        var ruling =
                accepted == null || one.course == null
                        ? null
                        : JSON.writeValueAsString(
                                new CaseRuling(
                                        one.course, one.body, one.entry == null ? null : new EntryId(one.entry), null,
                                        one.entry == null ? null : "赋权清单", accepted));
        return new @Nullable Object[] {
            tenant, one.id, receipt, CODE, UuidV7.next(), service.id().value(), note.title(), service.track().name(),
            service.matter() == null ? null : matters.get(service.matter()),
            one.enterprise.id(), one.enterprise.name(), one.enterprise.creditCode(), null, one.applicant, one.phone, one.channel.name(),
            one.state.name(), one.step.name(), moment(one.stepSince, 9), one.waitingFor.name(), JSON.writeValueAsString(answers(one)),
            note.modes().contains(org.kaiyuan.services.HandlingMode.PLEDGE), moment(one.submitted, 8), one.saidSince, one.supplementAsked,
            one.supplementAsked == null ? null : "请按材料清单补正，并加盖公章。", one.supplementDue, one.supplemented, accepted, one.deemed,
            one.course == null ? null : one.course.name(), ruling, one.entry, note.statutoryDays(), note.promisedDays(),
            one.extensionWhy == null ? null : 5, one.extensionWhy == null ? null : one.owner, one.extensionWhy, one.due, one.statutoryDue,
            one.stoppedSince, one.deferredDue, open ? today.plusDays(1) : null, one.owner, one.ownerName,
            one.outcome == null ? null : one.outcome.name(), one.decided, decision(one), one.decided == null ? null : one.ownerName,
            one.delivered, one.delivered == null ? null : "PORTAL", one.delivered == null ? null : "门户下载",
            one.archived == null ? null : moment(one.archived, 16), one.ended
        };
    }

    private static @Nullable String decision(CaseStory one) {
        var outcome = one.outcome;
        return outcome == null
                ? null
                : switch (outcome) {
                    case GRANTED -> "经审查，符合法定条件、标准，准予。";
                    case REFUSED -> "经审查，不符合规定条件，不予。";
                    case ANSWERED -> "已处理完毕，现场核实后答复。";
                };
    }

    private FormAnswers answers(CaseStory one) {
        Map<String, List<String>> values = new HashMap<>();
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        for (var field : one.service.note().form().fields()) {
            if (!field.when().isEmpty()) {
                continue;
            }
            if (field.kind() == FieldKind.TABLE) {
                Map<String, String> cells = new HashMap<>();
                field.columns().forEach(column ->
                        cells.put(column.key(), column.kind() == FieldKind.TEXT ? "数控车床" : String.valueOf(draws.between(2, 30))));
                tables.put(field.key(), List.of(cells));
            } else {
                values.put(field.key(), answer(one, field));
            }
        }
        return new FormAnswers(values, tables);
    }

    private List<String> answer(CaseStory one, FormField field) {
        var prefill = field.prefill();
        if (prefill != null) {
            var creditCode = one.enterprise.creditCode();
            return List.of(
                    switch (prefill) {
                        case ENTERPRISE_NAME -> one.enterprise.name();
                        case CREDIT_CODE -> creditCode == null ? "" : creditCode;
                        default -> one.applicant;
                    });
        }
        return switch (field.kind()) {
            case NUMBER -> List.of(number(field));
            case MONEY -> List.of(String.valueOf(draws.between(20, 3_000) * 10_000L));
            case DATE -> List.of(one.submitted.plusDays(draws.between(20, 120)).toString());
            case CHOICE, CHOICES -> List.of(draws.oneOf(field.choices()).value());
            case YES_NO -> List.of(draws.chance(0.3) ? "yes" : "no");
            case ADDRESS -> List.of("", one.enterprise.address());
            case FILE, TABLE -> List.of();
            case ENTERPRISE -> List.of("", one.enterprise.name());
            case TEXT -> List.of(field.key().equals("account") ? "6200000000000000" : "年产" + draws.between(2, 90) + "万件生产线项目");
            case LONG_TEXT -> List.of("厂区门口道路破损，重型车辆进出不便，希望尽快修复，并说明修复时间。");
        };
    }

    private String number(FormField field) {
        int least = field.least() == null ? 1 : Math.max(1, field.least().intValue());
        int most = field.most() == null ? 1000 : Math.min(field.most().intValue(), least + 3_000);
        return String.valueOf(draws.between(least, Math.max(least, most)));
    }

    private void events(List<CaseStory> stories) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            int number = 0;
            for (var it : one.happened) {
                number++;
                rows.add(
                        new @Nullable Object[] {
                            tenant, one.id, number, it.act().name(), it.step().name(), it.on(), moment(it.on(), 8 + number), "system", it.by(), it.said(),
                            it.open()
                        });
            }
        }
        jdbc.batchUpdate(
                """
                insert into services.case_event (tenant_id, case_id, number, act, step, on_day, at, by_username, by_name, said, open)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rows);
    }

    private void materials(List<CaseStory> stories) {
        var rows = new ArrayList<Object[]>();
        for (var one : stories) {
            one.materials.forEach((key, state) -> rows.add(new Object[] {tenant, one.id, key, state.name()}));
        }
        jdbc.batchUpdate("insert into services.case_material (tenant_id, case_id, material, state) values (?, ?, ?, ?)", rows);
    }

    private void stops(List<CaseStory> stories) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            int number = 0;
            for (var it : one.stops) {
                number++;
                rows.add(new @Nullable Object[] {tenant, one.id, number, it.reason().name(), it.from(), it.to(), "专家评审通知"});
            }
        }
        jdbc.batchUpdate(
                "insert into services.case_stop (tenant_id, case_id, number, reason, from_on, to_on, document) values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void letters(List<CaseStory> stories) {
        Map<String, Integer> numbers = new HashMap<>();
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            for (var it : one.letters) {
                int year = it.on().getYear();
                int number = numbers.merge(it.kind() + "/" + year, 1, Integer::sum);
                rows.add(
                        new @Nullable Object[] {
                            tenant, UuidV7.next(), one.id, it.kind().name(), "演示" + sign(it.kind()) + "〔" + year + "〕" + number + "号",
                            title(it.kind()), body(one, it), it.on(), moment(it.on(), 15), one.ownerName == null ? zone : one.ownerName
                        });
            }
        }
        jdbc.batchUpdate(
                """
                insert into services.letter (tenant_id, id, case_id, kind, number, title, body, on_day, at, signed_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rows);
    }

    private static String sign(LetterKind kind) {
        return switch (kind) {
            case ACCEPTANCE -> "受";
            case SUPPLEMENT -> "补";
            case DEFERRAL -> "容";
            case NOT_ACCEPTED -> "不受";
            case STOP -> "止";
            case RESUME -> "恢";
            case EXTENSION -> "延";
            case HANDED_UP -> "代";
            case GRANTED -> "准";
            case REFUSED -> "否";
            case REPLY -> "复";
        };
    }

    private static String title(LetterKind kind) {
        return switch (kind) {
            case ACCEPTANCE -> "受理通知书";
            case SUPPLEMENT -> "一次性补正告知书";
            case DEFERRAL -> "容缺受理通知书";
            case NOT_ACCEPTED -> "不予受理通知书";
            case STOP -> "中止计时告知书";
            case RESUME -> "恢复计时告知书";
            case EXTENSION -> "延长办理期限告知书";
            case HANDED_UP -> "代办告知书";
            case GRANTED -> "准予决定书";
            case REFUSED -> "不予决定书";
            case REPLY -> "答复";
        };
    }

    private String body(CaseStory one, CaseStory.Written letter) {
        var due = one.due;
        return one.enterprise.name()
                + "：\n你单位"
                + WORDS.format(one.submitted)
                + "提出的“"
                + one.service.note().title()
                + "”申请，"
                + switch (letter.kind()) {
                    case ACCEPTANCE, DEFERRAL -> "经审查予以受理。" + (due == null ? "" : "承诺办结日期为" + WORDS.format(due) + "。");
                    case SUPPLEMENT -> "材料不齐全，请按材料清单一次性补正。";
                    case NOT_ACCEPTED -> "不属于本园区受理范围，不予受理。";
                    case GRANTED -> "符合法定条件、标准，准予。";
                    case REFUSED -> "不符合规定条件，不予。";
                    case HANDED_UP -> "由上级部门决定，园区代为办理。";
                    case STOP -> "因专家评审，自" + WORDS.format(letter.on()) + "起中止计算期限。";
                    default -> "已处理完毕。";
                }
                + "\n（演示数据）";
    }

    private void ratings(List<CaseStory> stories) {
        var ratings = new ArrayList<@Nullable Object[]>();
        var complaints = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            for (var it : one.ratings) {
                ratings.add(
                        new @Nullable Object[] {
                            tenant, UuidV7.next(), one.id, it.contact(), it.stars(), it.reasons().toArray(new String[0]), it.said(), code + "-enterprise",
                            moment(it.on(), 17), it.state(), it.calledOn(), it.calledOn() == null ? null : "已致电企业致歉并说明。",
                            it.calledOn() == null ? null : zone + "管理员", it.rectifyBy(), it.rectifiedOn(),
                            it.rectifiedOn() == null ? null : "已修改告知内容，一次说清。", it.rectifiedOn() == null ? null : zone + "管理员"
                        });
            }
            for (var said : one.complaints) {
                var on = one.delivered == null ? today : one.delivered;
                boolean answered = one.state == CaseState.ARCHIVED;
                complaints.add(
                        new @Nullable Object[] {
                            tenant, UuidV7.next(), one.id, said, code + "-enterprise", moment(on, 18), on.plusDays(21), answered ? "ANSWERED" : "OPEN",
                            answered ? "情况属实，已向企业说明原因并改进。" : null, answered ? moment(on.plusDays(3), 10) : null, answered ? zone + "管理员" : null
                        });
            }
        }
        jdbc.batchUpdate(
                """
                insert into services.rating (tenant_id, id, case_id, contact, stars, reasons, said, by_username, at, state, called_on, called_said,
                    called_name, rectify_due_on, rectified_on, rectified_said, rectified_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                ratings);
        jdbc.batchUpdate(
                """
                insert into services.complaint (tenant_id, id, case_id, said, by_username, at, due_on, state, answer, answered_at, answered_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                complaints);
    }

    private Timestamp moment(LocalDate day, int hour) {
        var at = day.atTime(LocalTime.of(Math.min(hour, 20), draws.below(60))).atZone(SHANGHAI).toInstant();
        var now = java.time.Instant.now();
        return Timestamp.from(at.isAfter(now) ? now : at);
    }
}
