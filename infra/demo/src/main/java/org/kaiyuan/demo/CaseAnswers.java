package org.kaiyuan.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormConditions;
import org.kaiyuan.services.FormField;

/** What made-up enterprises filled in, so that the form takes it. */
final class CaseAnswers {
    private static final List<String> DEVICES = List.of("数控车床", "空压机", "热处理炉", "激光切割机", "冷却塔");
    private static final List<String> JOBS = List.of("普工", "焊工", "数控操作工", "质检员", "仓库管理员");

    private final Draws draws;

    CaseAnswers(Draws draws) {
        this.draws = draws;
    }

    /** Of what is asked for: fields with a condition after those that it looks at. */
    FormAnswers of(CaseStory story) {
        var form = story.service.note().form();
        Map<String, List<String>> values = new HashMap<>();
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        for (var field : form.fields()) {
            boolean asked =
                    field.when().isEmpty()
                            || FormConditions.shown(form, new FormAnswers(values, tables))
                                    .contains(field.key());
            if (!asked || field.kind() == FieldKind.FILE) {
                continue;
            }
            if (field.kind() == FieldKind.TABLE) {
                tables.put(field.key(), List.of(row(field), row(field)));
            } else {
                values.put(field.key(), answer(story, field));
            }
        }
        return new FormAnswers(values, tables);
    }

    private Map<String, String> row(FormField table) {
        Map<String, String> cells = new HashMap<>();
        table.columns()
                .forEach(column ->
                        cells.put(
                                column.key(),
                                switch (column.kind()) {
                                    case MONEY -> String.valueOf(draws.between(2, 90) * 10_000L);
                                    case NUMBER -> String.valueOf(draws.between(2, 30));
                                    default ->
                                            switch (column.key()) {
                                                case "pay" -> draws.between(4, 9) + "000元";
                                                case "job" -> draws.oneOf(JOBS);
                                                default -> draws.oneOf(DEVICES);
                                            };
                                }));
        return Map.copyOf(cells);
    }

    private List<String> answer(CaseStory story, FormField field) {
        var enterprise = story.enterprise;
        var creditCode = enterprise.creditCode() == null ? "" : enterprise.creditCode();
        var prefill = field.prefill();
        if (prefill != null) {
            return List.of(
                    switch (prefill) {
                        case ENTERPRISE_NAME -> enterprise.name();
                        case CREDIT_CODE -> creditCode;
                        default -> story.applicant;
                    });
        }
        return switch (field.kind()) {
            case NUMBER -> List.of(number(field));
            case MONEY -> List.of(String.valueOf(draws.between(20, 3_000) * 10_000L));
            case DATE -> List.of(story.submitted.plusDays(draws.between(20, 120)).toString());
            case CHOICE, CHOICES -> List.of(draws.oneOf(field.choices()).value());
            case YES_NO -> List.of(draws.chance(0.3) ? "yes" : "no");
            case ADDRESS -> List.of(enterprise.divisionCode(), enterprise.address());
            case ENTERPRISE -> List.of(creditCode, enterprise.name());
            case TEXT -> List.of(text(story, field));
            case LONG_TEXT -> List.of(said(field));
            case FILE, TABLE -> List.of();
        };
    }

    private String text(CaseStory story, FormField field) {
        return switch (field.key()) {
            case "account" -> "62000000000" + draws.between(10_000, 99_999);
            case "place" ->
                    story.enterprise.name() + draws.oneOf(List.of("员工食堂", "展厅", "成品库", "一车间"));
            case "builder" -> "演示建筑工程有限公司";
            case "reason" -> draws.oneOf(List.of("新建厂区出入口", "给水管道接驳", "电力电缆敷设", "基础混凝土连续浇筑"));
            case "new_name" -> "新" + story.enterprise.name();
            case "new_legal" -> story.applicant;
            case "topic" -> draws.oneOf(List.of("表面处理废水减排", "焊接缺陷在线检测", "低温烘干节能改造"));
            default -> "年产" + draws.between(2, 90) + "万件生产线项目";
        };
    }

    private String said(FormField field) {
        return switch (field.key()) {
            case "treatment" -> "隔油、调节、气浮、生化处理以后达标排入园区管网。";
            case "problem" -> "现有工艺合格率约九成，希望提高到百分之九十八，单件能耗下降一成。";
            case "needs" -> "希望一楼，有三吨以上行车，离物流通道近。";
            default ->
                    draws.oneOf(
                            List.of(
                                    "厂区门口道路破损，重型车辆进出不便，希望尽快修复，并说明修复时间。",
                                    "夜间路灯不亮，员工下班不安全，请安排检修。",
                                    "用电负荷不足，新增设备不能投产，请协调增容。",
                                    "雨季车间外排水不畅，有积水，请清掏雨水井。"));
        };
    }

    private String number(FormField field) {
        int least = field.least() == null ? 1 : Math.max(1, field.least().intValue());
        int most = field.most() == null ? 1000 : Math.min(field.most().intValue(), least + 3_000);
        return String.valueOf(draws.between(least, Math.max(least, most)));
    }
}
