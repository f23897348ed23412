package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures and export over generated cases, against a naive count. */
class FiguresTest extends ManyCases {
    private static final FigureQuestion YEAR =
            new FigureQuestion(YearMonth.of(2026, 1), YearMonth.of(2026, 12), null, null);

    @Autowired ServiceFigures figures;
    @Autowired PublicRecord shown;
    @Autowired CaseExport export;
    @Autowired WorkingDays workingDays;

    private record Naive(
            UUID id,
            UUID service,
            String state,
            java.time.Instant at,
            @Nullable LocalDate accepted,
            boolean deemed,
            @Nullable LocalDate decided,
            @Nullable LocalDate due,
            boolean asked,
            @Nullable String team) {}

    @Test
    void each_line_is_what_a_naive_count_finds() {
        var one = service();
        spread(one, service(), 500);
        rated();
        var all = all();

        assertThat(desk(() -> figures.total(YEAR))).isEqualTo(naive("", "", all));
        assertThat(desk(() -> figures.by(FigureGroup.MONTH, YEAR)))
                .isEqualTo(
                        grouped(
                                all,
                                c -> YearMonth.from(c.at().atZone(HERE)).toString(),
                                key -> key));
        assertThat(desk(() -> figures.by(FigureGroup.TEAM, YEAR)))
                .containsExactlyInAnyOrderElementsOf(
                        grouped(all, c -> c.team() == null ? "" : c.team(), key -> key));
        assertThat(desk(() -> figures.by(FigureGroup.SERVICE, YEAR)))
                .containsExactlyInAnyOrderElementsOf(
                        grouped(all, c -> c.service().toString(), key -> "测试事项"));
        var may = new FigureQuestion(YearMonth.of(2026, 5), YearMonth.of(2026, 5), one, "审批局");
        assertThat(desk(() -> figures.total(may)))
                .isEqualTo(
                        naive(
                                "",
                                "",
                                all.stream()
                                        .filter(c -> c.service().equals(one.value()))
                                        .filter(c -> "审批局".equals(c.team()))
                                        .filter(c ->
                                                YearMonth.from(c.at().atZone(HERE))
                                                        .equals(YearMonth.of(2026, 5)))
                                        .toList()));
        zones.in(
                "luzhou",
                () -> {
                    assertThat(figures.by(FigureGroup.SERVICE, YEAR))
                            .noneMatch(line -> line.key().equals(one.toString()));
                    return null;
                });
    }

    @Test
    void a_bundle_is_one_case_of_the_total_and_by_service_each_part_counts_at_its_own() {
        var bundle = service(ServiceTrack.BUNDLE, note("一件事"));
        var first = service(ServiceTrack.PARK, note("甲事项"));
        var second = service(ServiceTrack.PARK, note("乙事项"));
        var whole = insert(bundle, row(ServiceTrack.BUNDLE));
        part(insert(first, row(ServiceTrack.PARK)), whole, 1);
        part(insert(second, row(ServiceTrack.PARK)), whole, 2);
        insert(first, row(ServiceTrack.PARK));

        assertThat(desk(() -> figures.total(YEAR)).received()).isEqualTo(2);
        assertThat(desk(() -> figures.by(FigureGroup.SERVICE, YEAR)))
                .extracting(FigureLine::name, FigureLine::received)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("一件事", 1),
                        org.assertj.core.groups.Tuple.tuple("甲事项", 2),
                        org.assertj.core.groups.Tuple.tuple("乙事项", 1));
        for (var group : List.of(FigureGroup.MONTH, FigureGroup.TEAM)) {
            assertThat(desk(() -> figures.by(group, YEAR)))
                    .extracting(FigureLine::received)
                    .containsExactly(2);
        }
        var ofFirst = new FigureQuestion(YEAR.from(), YEAR.to(), first, null);
        assertThat(desk(() -> figures.total(ofFirst)).received()).isEqualTo(2);
        assertThat(desk(() -> figures.by(FigureGroup.MONTH, ofFirst)))
                .extracting(FigureLine::received)
                .containsExactly(2);
    }

    private static Row row(ServiceTrack track) {
        return new Row(
                track,
                CaseState.ACCEPTED,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 6, 2),
                10,
                LocalDate.of(2026, 6, 16),
                null);
    }

    private void part(CaseId part, CaseId whole, int number) {
        owned(
                "update services.case_file set part_of = ?, part_number = ? where id = ?",
                whole.value(),
                number,
                part.value());
    }

    @Test
    void steps_are_counted_in_working_days_beside_what_is_promised() {
        var service = service();
        var days =
                List.of(
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 6, 3),
                        LocalDate.of(2026, 6, 15));
        for (int i = 0; i < 20; i++) {
            var accepted = days.get(0).plusDays(i % 3);
            var decided = days.get(2).plusDays(i % 4);
            var id =
                    insert(
                            service,
                            new Row(
                                    ServiceTrack.PARK,
                                    CaseState.ACCEPTED,
                                    days.get(0),
                                    accepted,
                                    10,
                                    decided,
                                    null));
            event(id, 1, CaseAct.SUBMIT, days.get(0));
            event(id, 2, CaseAct.ACCEPT, accepted);
            event(id, 3, CaseAct.DECIDE, decided);
        }

        var steps = desk(() -> figures.steps(YEAR));

        assertThat(steps)
                .extracting(StepFigure::step)
                .containsExactly(StepKind.ACCEPT, StepKind.DECIDE);
        var sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += workingDays.between(days.get(0).plusDays(i % 3), days.get(2).plusDays(i % 4));
        }
        assertThat(steps.getLast().cases()).isEqualTo(20);
        assertThat(steps.getLast().averageDays())
                .isEqualByComparingTo(
                        java.math.BigDecimal.valueOf(sum)
                                .divide(
                                        java.math.BigDecimal.valueOf(20),
                                        1,
                                        java.math.RoundingMode.HALF_UP));
        assertThat(steps.getLast().promisedDays()).isEqualTo(5);
    }

    @Test
    void the_public_sees_nothing_until_the_park_switches_it_on() {
        spread(service(), service(), 40);
        assertThat(desk(() -> shown.shown()).on()).isFalse();

        desk(() -> {
            shown.show(true);
            return true;
        });
        var record = desk(() -> shown.shown());
        assertThat(record.on()).isTrue();
        assertThat(record.total()).isNotNull();
        assertThat(record.services()).isNotEmpty();
        desk(() -> {
            shown.show(false);
            return true;
        });

        assertThat(desk(() -> shown.shown()).total()).isNull();
        assertThat(
                        read(
                                Integer.class,
                                "select count(*) from audit.change where subject_kind = 'services.setting'"))
                .isEqualTo(2);
    }

    @Test
    void five_tables_have_their_pinned_columns_and_every_case_once() throws Exception {
        spread(service(), service(), 1200);
        var id =
                insert(
                        service(),
                        new Row(
                                ServiceTrack.PARK,
                                CaseState.ACCEPTED,
                                LocalDate.of(2026, 6, 1),
                                LocalDate.of(2026, 6, 2),
                                10,
                                LocalDate.of(2026, 6, 16),
                                null));
        owned(
                "update services.case_file set enterprise_name = '=HYPERLINK(1)', extension_days = 5 where id = ?",
                id.value());
        event(id, 1, CaseAct.SUBMIT, LocalDate.of(2026, 6, 1));
        owned(
                "insert into services.case_stop values (?, ?, 1, 'EXPERT_REVIEW', date '2026-06-03', date '2026-06-05', '通知')",
                zone(),
                id.value());

        var basic = lines(CaseExport.Part.BASIC);
        assertThat(basic.getFirst()).contains("办件编号", "申请人证件号码");
        assertThat(basic).hasSize(1202);
        assertThat(basic.stream().map(line -> line.split(",")[0]).distinct()).hasSize(1202);
        assertThat(basic)
                .anyMatch(line -> line.contains("HYPERLINK"))
                .noneMatch(line -> line.contains(",=HYPERLINK"));
        assertThat(lines(CaseExport.Part.PROCESS)).hasSize(2);
        assertThat(
                        lines(CaseExport.Part.SPECIAL).stream()
                                .filter(line -> line.contains(id.toString())))
                .hasSize(2)
                .anyMatch(line -> line.contains("专家评审"))
                .anyMatch(line -> line.contains("延长办理期限"));
        assertThat(lines(CaseExport.Part.ACCEPTANCE)).hasSizeGreaterThan(500);
        assertThat(lines(CaseExport.Part.RESULT)).hasSizeGreaterThan(400);
        assertThat(
                        read(
                                Integer.class,
                                "select count(distinct subject_id) from audit.change where subject_kind = 'services.export'"))
                .isEqualTo(5);
    }

    private List<String> lines(CaseExport.Part part) throws IOException {
        var out = new ByteArrayOutputStream();
        desk(() -> {
            export.write(
                    part,
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 12, 31),
                    TabularFormat.CSV,
                    out);
            return true;
        });
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void event(CaseId id, int number, CaseAct act, LocalDate on) {
        owned(
                "insert into services.case_event values (?, ?, ?, ?, 'REVIEW', ?, now(), 'x', '某', '说明', true)",
                zone(),
                id.value(),
                number,
                act.name(),
                on);
    }

    private void rated() {
        owned(
                """
                insert into services.rating (tenant_id, id, case_id, contact, stars, by_username, at, state, rectify_due_on)
                select tenant_id, gen_random_uuid(), id, 'HANDLING', 1 + length(receipt || team) % 5, 'x', now(),
                    case when 1 + length(receipt || team) % 5 <= 2 then 'TO_CALL' else 'NOTED' end,
                    case when 1 + length(receipt || team) % 5 <= 2 then current_date end
                from services.case_file where team is not null\
                """);
    }

    private List<FigureLine> grouped(
            List<Naive> all, Function<Naive, String> key, Function<String, String> name) {
        return all.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> naive(one.getKey(), name.apply(one.getKey()), one.getValue()))
                .toList();
    }

    private FigureLine naive(String key, String name, List<Naive> of) {
        var ids = of.stream().map(Naive::id).toArray(UUID[]::new);
        var stars =
                desk(() ->
                        transaction.execute(t ->
                                jdbc.queryForList(
                                        "select stars from services.rating where case_id = any (?)",
                                        Integer.class,
                                        (Object) ids)));
        int decided = 0;
        int onTime = 0;
        int open = 0;
        int overdue = 0;
        for (var c : of) {
            var day = c.decided();
            var due = c.due();
            decided += day == null ? 0 : 1;
            onTime += day != null && due != null && !day.isAfter(due) ? 1 : 0;
            boolean undecided = List.of("SUBMITTED", "SUPPLEMENT", "ACCEPTED").contains(c.state());
            open += undecided ? 1 : 0;
            overdue += undecided && due != null && due.isBefore(today()) ? 1 : 0;
        }
        return new FigureLine(
                key,
                name,
                of.size(),
                (int) of.stream().filter(c -> c.accepted() != null).count(),
                (int) of.stream().filter(Naive::deemed).count(),
                decided,
                onTime,
                open,
                overdue,
                (int) of.stream().filter(Naive::asked).count(),
                (int) of.stream().filter(c -> c.state().equals("WITHDRAWN")).count(),
                (int) of.stream().filter(c -> c.state().equals("NOT_ACCEPTED")).count(),
                stars.size(),
                stars.isEmpty()
                        ? null
                        : java.math.BigDecimal.valueOf(
                                        stars.stream().mapToInt(Integer::intValue).sum())
                                .divide(
                                        java.math.BigDecimal.valueOf(stars.size()),
                                        1,
                                        java.math.RoundingMode.HALF_UP),
                (int) stars.stream().filter(s -> s <= 2).count(),
                decided < 30);
    }

    private List<Naive> all() {
        return desk(() ->
                transaction.execute(t ->
                        jdbc.query(
                                "select * from services.case_file",
                                (row, n) ->
                                        new Naive(
                                                row.getObject("id", UUID.class),
                                                row.getObject("service_id", UUID.class),
                                                row.getString("state"),
                                                row.getTimestamp("submitted_at").toInstant(),
                                                row.getObject("accepted_on", LocalDate.class),
                                                row.getBoolean("deemed"),
                                                row.getObject("decided_on", LocalDate.class),
                                                row.getObject("due_on", LocalDate.class),
                                                row.getObject("supplement_asked_on") != null,
                                                row.getString("team")))));
    }
}
