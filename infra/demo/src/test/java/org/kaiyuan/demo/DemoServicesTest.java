package org.kaiyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.platform.access.EntrustedCompanies;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseDirectory;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.CaseStop;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.StopReason;
import org.kaiyuan.services.domain.CaseClock;
import org.kaiyuan.services.domain.CaseTimes;
import org.kaiyuan.services.domain.FormCheck;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The services of the demo: real matters, made-up cases whose days the product's own clock says too. */
@KaiyuanTest
class DemoServicesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired DemoLoading loading;
    @Autowired ServiceKeeping keeping;
    @Autowired ServiceCatalogue catalogue;
    @Autowired CaseDirectory cases;
    @Autowired EntrustedCompanies entrusted;
    @Autowired WorkingDays workingDays;
    @Autowired Zones zones;
    @Autowired Clock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void load() {
        assertThat(loading.load()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deyang", "luzhou", "zigong", "dazhou"})
    void a_zone_offers_real_matters_whose_guides_and_forms_could_be_published(String zone) {
        zones.in(
                zone,
                () -> {
                    var services =
                            rows(
                                    "select id, track, code from services.service where state = 'OPEN'");
                    assertThat(services).hasSizeGreaterThanOrEqualTo(25);
                    assertThat(services)
                            .filteredOn(row -> row.get("track").equals("STATUTORY"))
                            .hasSizeGreaterThanOrEqualTo(15);
                    assertThat(
                                    count(
                                            "services.service where track = 'STATUTORY' and matter_id not in (select id from delegation.matter)"))
                            .isZero();
                    for (var row : services) {
                        var details = catalogue.find(new ServiceId((UUID) row.get("id")));
                        var note = Objects.requireNonNull(details.current()).note();
                        assertThat(
                                        keeping.faults(
                                                ServiceTrack.valueOf((String) row.get("track")),
                                                note))
                                .as((String) row.get("code"))
                                .isEmpty();
                        assertThat(note.guide().process()).isNotBlank();
                        assertThat(Objects.requireNonNull(note.english()).title()).isNotBlank();
                    }
                    return null;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"deyang", "luzhou", "zigong", "dazhou"})
    void four_hundred_cases_are_in_every_state_and_two_are_overdue(String zone) {
        zones.in(
                zone,
                () -> {
                    assertThat(count("services.case_file")).isEqualTo(DemoServices.CASES);
                    assertThat(asked("select distinct state from services.case_file"))
                            .containsExactlyInAnyOrderElementsOf(
                                    java.util.Arrays.stream(CaseState.values())
                                            .map(Enum::name)
                                            .toList());
                    assertThat(
                                    asked(
                                            "select distinct course from services.case_file where course is not null"))
                            .contains("HERE", "UPPER", "OWN");
                    assertThat(
                                    count(
                                            "services.case_file where open and due_on < '"
                                                    + LocalDate.now(clock)
                                                    + "' and state <> 'DECIDED'"))
                            .isEqualTo(2);
                    assertThat(count("services.case_stop where to_on is null")).isPositive();
                    assertThat(count("services.case_file where extension_asked_days is not null"))
                            .isPositive();
                    assertThat(count("services.case_file where deemed")).isPositive();
                    assertThat(count("services.case_material where state = 'DEFERRED'"))
                            .isPositive();
                    assertThat(count("services.rating")).isGreaterThan(80);
                    assertThat(count("services.rating where stars >= 4"))
                            .as("most are content")
                            .isGreaterThan(count("services.rating") * 3 / 4);
                    assertThat(count("services.rating where stars <= 2 and rectify_due_on is null"))
                            .isZero();
                    assertThat(
                                    count(
                                            "services.case_file where enterprise_id not in (select id from enterprises.enterprise)"))
                            .as("nobody of another zone")
                            .isZero();
                    return null;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"deyang", "luzhou", "zigong", "dazhou"})
    void an_operating_company_is_entrusted_with_tickets_and_some_are_with_it(String zone) {
        zones.in(
                zone,
                () -> {
                    var companies = entrusted.entrustedWith(ServicesPermissions.HANDLE);
                    assertThat(companies)
                            .singleElement()
                            .satisfies(one -> assertThat(one.name()).endsWith("运营公司（演示）"));
                    assertThat(
                                    entrusted.staff(
                                            companies.getFirst().id(),
                                            List.of(
                                                    ServicesPermissions.READ,
                                                    ServicesPermissions.HANDLE)))
                            .containsExactly(zone + "-operator1");
                    assertThat(
                                    asked(
                                            "select distinct state from services.case_file where company = "
                                                    + companies.getFirst().id().value()))
                            .containsExactlyInAnyOrder(
                                    "SUBMITTED", "WITHDRAWN", "DELIVERED", "ARCHIVED");
                    assertThat(
                                    count(
                                            "services.case_file where company is not null and (track <> 'TICKET' or team is not null)"))
                            .isZero();
                    return null;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"deyang", "luzhou", "zigong", "dazhou"})
    void bundles_are_in_seven_states_and_each_has_a_case_of_every_part(String zone) {
        zones.in(
                zone,
                () -> {
                    assertThat(count("services.case_file where track = 'BUNDLE'")).isEqualTo(8);
                    assertThat(
                                    asked(
                                            "select distinct state from services.case_file where track = 'BUNDLE'"))
                            .hasSize(7);
                    assertThat(count("services.case_file where part_of is not null"))
                            .isEqualTo(8 * 3);
                    assertThat(
                                    count(
                                            """
                                            services.case_file p join services.case_file w on w.id = p.part_of
                                            where p.receipt <> w.receipt || '-' || p.part_number or p.enterprise_id <> w.enterprise_id
                                               or w.track <> 'BUNDLE'\
                                            """))
                            .isZero();
                    assertThat(
                                    count(
                                            """
                                            services.case_file w where w.track = 'BUNDLE'
                                              and (w.decided_on is not null) <> not exists (
                                                select from services.case_file p where p.part_of = w.id and p.decided_on is null)\
                                            """))
                            .as("decided when all its parts are")
                            .isZero();
                    var one =
                            rows("select id from services.case_file where track = 'BUNDLE' and state = 'ACCEPTED' order by id")
                                    .getFirst();
                    var sheet = cases.find(new CaseId((UUID) one.get("id")));
                    assertThat(sheet.parts()).hasSize(3);
                    assertThat(sheet.materials())
                            .extracting(it -> it.material().name())
                            .doesNotHaveDuplicates()
                            .hasSizeGreaterThan(3);
                    return null;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"deyang", "dazhou"})
    void the_days_of_each_case_are_those_that_its_clock_says(String zone) {
        zones.in(
                zone,
                () -> {
                    var stops = stops();
                    var cases = rows("select * from services.case_file");
                    var latest = latest(cases);
                    for (var row : cases) {
                        var now = new CaseClock(workingDays.calendar(), times(row, stops, latest));
                        var receipt = (String) row.get("receipt");
                        boolean begun =
                                row.get("accepted_on") != null || "TICKET".equals(row.get("track"));
                        assertThat(day(row, "due_on"))
                                .as(receipt)
                                .isEqualTo(begun ? CaseClock.known(now::dueOn) : null);
                        assertThat(day(row, "statutory_due_on"))
                                .as(receipt)
                                .isEqualTo(begun ? CaseClock.known(now::statutoryDueOn) : null);
                        assertThat(now.deemed(LocalDate.now(clock))).as(receipt).isFalse();
                        var decided = day(row, "decided_on");
                        assertThat(decided == null || !decided.isAfter(LocalDate.now(clock)))
                                .as(receipt)
                                .isTrue();
                    }
                    return null;
                });
    }

    @Test
    void what_enterprises_filled_in_is_what_the_forms_ask_for() {
        zones.in(
                "luzhou",
                () -> {
                    Map<UUID, ServiceNote> notes = new HashMap<>();
                    rows("select service_id, note::text as note from services.edition")
                            .forEach(row ->
                                    notes.put(
                                            (UUID) row.get("service_id"),
                                            JSON.readValue(
                                                    (String) row.get("note"), ServiceNote.class)));
                    for (var row :
                            rows(
                                    """
                                    select c.receipt, coalesce(w.service_id, c.service_id) as service_id, c.answers::text as answers
                                    from services.case_file c left join services.case_file w on w.id = c.part_of\
                                    """)) {
                        var form =
                                Objects.requireNonNull(notes.get((UUID) row.get("service_id")))
                                        .form();
                        var answers =
                                JSON.readValue((String) row.get("answers"), FormAnswers.class);
                        assertThat(FormCheck.faults(form, answers))
                                .as((String) row.get("receipt"))
                                .isEmpty();
                        assertThat(FormCheck.kept(form, answers)).isEqualTo(answers);
                    }
                    return null;
                });
    }

    @Test
    void what_happened_to_a_case_happened_in_its_order() {
        zones.in(
                "zigong",
                () -> {
                    assertThat(
                                    count(
                                            """
                                            services.case_event a join services.case_event b
                                              on b.case_id = a.case_id and b.number = a.number + 1
                                            where b.on_day < a.on_day or b.at < a.at\
                                            """))
                            .isZero();
                    assertThat(
                                    count(
                                            "services.case_file c where c.part_of is null and not exists (select from services.case_event e where e.case_id = c.id and e.act = 'SUBMIT')"))
                            .isZero();
                    assertThat(
                                    count(
                                            "services.case_event where on_day > (current_timestamp at time zone 'Asia/Shanghai')::date"))
                            .isZero();
                    return null;
                });
    }

    @Test
    void numbers_of_letters_and_receipts_go_on_after_those_of_the_demo() {
        zones.in(
                "deyang",
                () -> {
                    assertThat(
                                    count(
                                            """
                                            services.letter l join services.letter_count c
                                              on l.number = replace(replace(c.numbering, '{year}', c.year::text), '{number}', (c.last + 1)::text)\
                                            """))
                            .isZero();
                    assertThat(
                                    count(
                                            """
                                            services.letter l join services.letter_count c
                                              on l.number = replace(replace(c.numbering, '{year}', c.year::text), '{number}', c.last::text)\
                                            """))
                            .isEqualTo(count("services.letter_count"));
                    assertThat(count("services.letter where body like '%{%'")).isZero();
                    assertThat(
                                    count(
                                            """
                                            services.case_file c join services.receipt_count n
                                              on n.day = (c.submitted_at at time zone 'Asia/Shanghai')::date
                                            where case when c.part_of is null then right(c.receipt, 6)::int > n.last end\
                                            """))
                            .isZero();
                    return null;
                });
    }

    @Test
    void loaded_twice_is_loaded_once_and_an_older_installation_gets_it() throws Exception {
        loading.load();
        assertThat(zones.<Long>in("deyang", () -> count("services.case_file")))
                .isEqualTo(DemoServices.CASES);

        try (var owner = org.kaiyuan.testing.TestServers.running().asOwner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "truncate services.service, services.setting, services.receipt_count, services.letter_count cascade");
            statement.execute("truncate demo.loaded_services");
        }
        loading.load();

        for (var zone : List.of("deyang", "luzhou", "zigong", "dazhou")) {
            assertThat(zones.<Long>in(zone, () -> count("services.case_file")))
                    .isEqualTo(DemoServices.CASES);
        }
    }

    /** By bundle the last day of those of its parts that were not withdrawn; empty where one has none. */
    private static Map<UUID, Optional<LocalDate>> latest(
            List<Map<String, @Nullable Object>> cases) {
        Map<UUID, Optional<LocalDate>> latest = new HashMap<>();
        for (var row : cases) {
            if (row.get("part_of") != null && !"WITHDRAWN".equals(row.get("state"))) {
                var due = Optional.ofNullable(day(row, "due_on"));
                latest.merge(
                        (UUID) row.get("part_of"),
                        due,
                        (one, other) ->
                                one.isEmpty() || other.isEmpty()
                                        ? Optional.empty()
                                        : one.get().isAfter(other.get()) ? one : other);
            }
        }
        return latest;
    }

    private CaseTimes times(
            Map<String, @Nullable Object> row,
            Map<UUID, List<CaseStop>> stops,
            Map<UUID, Optional<LocalDate>> latest) {
        var course = (String) row.get("course");
        var submitted =
                ((java.sql.Timestamp) Objects.requireNonNull(row.get("submitted_at"))).toInstant();
        return new CaseTimes(
                ServiceTrack.valueOf((String) row.get("track")),
                CaseState.valueOf((String) row.get("state")),
                row.get("part_of") != null,
                LocalDate.ofInstant(submitted, clock.getZone()),
                Objects.requireNonNull(day(row, "said_since")),
                day(row, "supplement_due_on"),
                day(row, "accepted_on"),
                course == null ? null : CaseCourse.valueOf(course),
                (Integer) row.get("statutory_days"),
                (Integer) Objects.requireNonNull(row.get("promised_days")),
                (Integer) Objects.requireNonNull(row.get("extension_days")),
                stops.getOrDefault((UUID) row.get("id"), List.of()),
                day(row, "deferred_due_on"),
                List.of(),
                day(row, "decided_on"),
                false,
                latest.getOrDefault((UUID) row.get("id"), Optional.empty()).orElse(null));
    }

    private Map<UUID, List<CaseStop>> stops() {
        Map<UUID, List<CaseStop>> stops = new HashMap<>();
        rows("select * from services.case_stop order by case_id, number")
                .forEach(row ->
                        stops.computeIfAbsent((UUID) row.get("case_id"), id -> new ArrayList<>())
                                .add(
                                        new CaseStop(
                                                StopReason.valueOf((String) row.get("reason")),
                                                Objects.requireNonNull(day(row, "from_on")),
                                                day(row, "to_on"),
                                                (String)
                                                        Objects.requireNonNull(
                                                                row.get("document")))));
        return stops;
    }

    private static @Nullable LocalDate day(Map<String, @Nullable Object> row, String column) {
        var day = (Date) row.get(column);
        return day == null ? null : day.toLocalDate();
    }

    private long count(String what) {
        return Objects.requireNonNull(
                transaction.execute(
                        open -> jdbc.queryForObject("select count(*) from " + what, Long.class)));
    }

    private List<String> asked(String sql) {
        return Objects.requireNonNull(
                transaction.execute(open -> jdbc.queryForList(sql, String.class)));
    }

    /** Outside a transaction there is no zone, and so no rows. */
    private List<Map<String, @Nullable Object>> rows(String sql) {
        return Objects.requireNonNull(transaction.execute(open -> jdbc.queryForList(sql)));
    }
}
