package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.records.CursorRefused;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** The inbox over some thousand generated cases, against a naive reading of all of them. */
class CaseInboxTest extends ManyCases {
    private static final Set<String> UNDECIDED = Set.of("SUBMITTED", "SUPPLEMENT", "ACCEPTED");
    private static final Set<String> OPEN =
            Set.of("SUBMITTED", "SUPPLEMENT", "ACCEPTED", "DECIDED");

    @Autowired CaseInbox inbox;
    @Autowired Absences absences;
    @Autowired CaseDesk desk;
    @Autowired WorkingDays workingDays;

    /** A row as it lies in the table. */
    private record Naive(
            UUID id,
            String receipt,
            UUID service,
            String name,
            String state,
            String waiting,
            LocalDate urgent,
            java.time.Instant at,
            @Nullable String team,
            @Nullable String owner) {}

    @Test
    void each_box_holds_what_a_naive_reading_finds_in_the_same_order_page_by_page() {
        var one = service();
        spread(one, service(), 600);
        var all = all();
        var me = park + "-tester";
        var near = workingDays.plus(today(), 3);
        Map<CaseBox, Predicate<Naive>> boxes =
                Map.of(
                        CaseBox.MINE, c -> OPEN.contains(c.state()) && me.equals(c.owner()),
                        CaseBox.TEAM,
                                c ->
                                        OPEN.contains(c.state())
                                                && c.owner() == null
                                                && c.team() == null,
                        CaseBox.ALL, c -> OPEN.contains(c.state()),
                        CaseBox.DUE,
                                c ->
                                        UNDECIDED.contains(c.state())
                                                && !c.urgent().isBefore(today())
                                                && !c.urgent().isAfter(near),
                        CaseBox.OVERDUE,
                                c -> UNDECIDED.contains(c.state()) && c.urgent().isBefore(today()),
                        CaseBox.WAITING,
                                c -> OPEN.contains(c.state()) && c.waiting().equals("ENTERPRISE"),
                        CaseBox.UPPER, c -> OPEN.contains(c.state()) && c.waiting().equals("UPPER"),
                        CaseBox.TO_DELIVER, c -> c.state().equals("DECIDED"),
                        CaseBox.CLOSED, c -> !OPEN.contains(c.state()));

        boxes.forEach((box, holds) -> {
            var order = box == CaseBox.CLOSED ? newest() : urgent();
            assertThat(paged(CaseFilter.of(box), 37))
                    .as("%s", box)
                    .isEqualTo(ids(all, holds, order));
        });
        var counts = desk(() -> inbox.counts());
        boxes.forEach((box, holds) ->
                assertThat(counts.get(box))
                        .as("%s", box)
                        .isEqualTo(Math.min(100, (int) all.stream().filter(holds).count())));
        assertThat(counts.get(CaseBox.REVIEWS)).isZero();
    }

    @Test
    void filters_narrow_and_words_find_by_receipt_and_by_the_beginning_of_the_name() {
        var one = service();
        spread(one, service(), 300);
        var all = all();
        Predicate<Naive> open = c -> OPEN.contains(c.state());

        assertThat(paged(filter(null, one, null, null, null), 20))
                .isEqualTo(ids(all, open.and(c -> c.service().equals(one.value())), urgent()));
        assertThat(paged(filter(null, null, "审批局", CaseState.ACCEPTED, null), 20))
                .isEqualTo(
                        ids(
                                all,
                                c -> "审批局".equals(c.team()) && c.state().equals("ACCEPTED"),
                                urgent()));
        assertThat(paged(filter(null, null, null, null, YearMonth.of(2026, 3)), 7))
                .isEqualTo(
                        ids(
                                all,
                                open.and(c ->
                                        YearMonth.from(c.at().atZone(HERE))
                                                .equals(YearMonth.of(2026, 3))),
                                urgent()));
        assertThat(paged(filter("乙公司", null, null, null, null), 11))
                .hasSizeGreaterThan(10)
                .isEqualTo(
                        ids(
                                all,
                                open.and(c -> c.name().startsWith("乙公司")),
                                Comparator.comparing((Naive c) ->
                                                new String(
                                                        c.name()
                                                                .getBytes(
                                                                        java.nio.charset
                                                                                .StandardCharsets
                                                                                .UTF_8),
                                                        java.nio.charset.StandardCharsets
                                                                .ISO_8859_1))
                                        .thenComparing(newest())));
        assertThat(paged(filter("park-2026010", null, null, null, null), 11))
                .isEqualTo(
                        ids(
                                all,
                                open.and(c -> c.receipt().startsWith("PARK-2026010")),
                                Comparator.comparing(Naive::receipt)));
        assertThat(paged(filter("没有这样的", null, null, null, null), 11)).isEmpty();
        assertThatThrownBy(() -> desk(() -> inbox.list(CaseFilter.of(CaseBox.ALL), "no-cursor", 5)))
                .isInstanceOf(CursorRefused.class);
    }

    @Test
    void a_page_is_read_through_one_range_of_an_index_however_much_there_is() throws Exception {
        spread(service(), service(), 20_000);
        analyzed();
        for (var box : CaseBox.values()) {
            var plan = plan(CaseFilter.of(box));
            assertThat(plan).as("%s", box).doesNotContain("Seq Scan on case_file");
            if (box != CaseBox.TEAM && box != CaseBox.REVIEWS) {
                assertThat(plan).as("%s", box).doesNotContain("Sort").contains("Index");
            }
        }
        assertThat(plan(filter("PARK-20260101", null, null, null, null)))
                .doesNotContain("Seq Scan");
        assertThat(plan(filter("甲公司4", null, null, null, null)))
                .contains("case_by_applicant")
                .doesNotContain("Seq Scan");
    }

    @Test
    void a_substitute_sees_the_cases_of_who_is_away_today_and_there_is_no_chain() {
        var away = staff(Role.ZONE_STAFF);
        var other = staff(Role.ZONE_STAFF);
        var third = staff(Role.ZONE_STAFF);
        var id = insert(service(), accepted(today().minusDays(2)));
        as(away, () -> claimed(id));
        assertThat(as(other, () -> inbox.list(CaseFilter.of(CaseBox.MINE), null, 5)).items())
                .isEmpty();

        as(away, () -> said(other.getName(), today(), today().plusDays(3)));

        assertThat(as(other, () -> inbox.list(CaseFilter.of(CaseBox.MINE), null, 5)).items())
                .extracting(CaseRow::id)
                .containsExactly(id);
        assertThatThrownBy(() ->
                        as(
                                other,
                                () ->
                                        said(
                                                third.getName(),
                                                today().plusDays(1),
                                                today().plusDays(9))))
                .isInstanceOf(ServicesFieldsRefused.class);
        assertThatThrownBy(() -> as(third, () -> said(away.getName(), today(), today())))
                .isInstanceOf(ServicesFieldsRefused.class);
        assertThatThrownBy(() -> as(third, () -> said(third.getName(), today(), today())))
                .isInstanceOf(ServicesFieldsRefused.class);
        as(
                away,
                () -> {
                    absences.back();
                    return true;
                });
        assertThat(as(other, () -> inbox.list(CaseFilter.of(CaseBox.MINE), null, 5)).items())
                .isEmpty();
    }

    @Test
    void of_two_who_claim_one_gets_it_and_the_other_is_told_who() {
        var first = staff(Role.ZONE_STAFF);
        var second = staff(Role.ZONE_STAFF);
        var id = insert(service(), accepted(today().minusDays(2)));

        as(first, () -> claimed(id));

        assertThatThrownBy(() -> as(second, () -> claimed(id)))
                .isInstanceOfSatisfying(
                        CaseRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("services.refusal.case.claimed"));
        assertThat(
                        read(
                                String.class,
                                "select owner from services.case_file where id = ?",
                                id.value()))
                .isEqualTo(first.getName());
        assertThat(as(first, () -> desk.handOverAll(second.getName(), "调岗"))).isEqualTo(1);
        assertThat(
                        read(
                                String.class,
                                "select owner from services.case_file where id = ?",
                                id.value()))
                .isEqualTo(second.getName());
        assertThat(
                        read(
                                Integer.class,
                                "select count(*) from services.case_event where case_id = ? and act in ('CLAIM', 'HAND_OVER')",
                                id.value()))
                .isEqualTo(2);
        var enterprise = person(firm(), true);
        assertThatThrownBy(() ->
                        as(
                                second,
                                () -> {
                                    desk.handOver(id, enterprise.getName(), null, version(id));
                                    return true;
                                }))
                .isInstanceOf(ServicesFieldsRefused.class);
    }

    @Test
    void an_operating_companys_people_see_what_was_assigned_to_it() {
        var service = service(ServiceTrack.TICKET, note("报修"));
        var theirs = insert(service, ticket());
        insert(service, ticket());
        insert(service(), accepted(today().minusDays(2)));
        owned(
                "update services.case_file set company = 4711, company_name = '运营公司' where id = ?",
                theirs.value());
        var sent = sentBy(4711);

        for (var box : List.of(CaseBox.ALL, CaseBox.DUE)) {
            assertThat(as(sent, () -> inbox.list(CaseFilter.of(box), null, 50)).items())
                    .allMatch(row -> row.id().equals(theirs));
        }
        assertThat(as(sent, () -> inbox.counts()).get(CaseBox.ALL)).isEqualTo(1);
        assertThat(as(sentBy(4712), () -> inbox.counts()).get(CaseBox.ALL)).isZero();
        var another = insert(service, ticket());
        assertThatThrownBy(() -> as(sent, () -> claimed(another))).isInstanceOf(UnknownCase.class);
    }

    @Test
    void another_zone_sees_nothing() {
        spread(service(), service(), 50);

        zones.in(
                "luzhou",
                () -> {
                    for (var box : CaseBox.values()) {
                        assertThat(
                                        inbox.list(CaseFilter.of(box), null, 200).items().stream()
                                                .filter(row -> row.receipt().startsWith("PARK-")))
                                .isEmpty();
                    }
                    return null;
                });
    }

    private boolean claimed(CaseId id) {
        desk.claim(id, version(id));
        return true;
    }

    private boolean said(String substitute, LocalDate from, LocalDate until) {
        absences.say(substitute, from, until);
        return true;
    }

    private long version(CaseId id) {
        return read(Long.class, "select version from services.case_file where id = ?", id.value());
    }

    private Row accepted(LocalDate on) {
        return new Row(
                ServiceTrack.PARK, CaseState.ACCEPTED, on, on, 10, on.plusDays(14), on.plusDays(9));
    }

    private Row ticket() {
        return new Row(
                ServiceTrack.TICKET,
                CaseState.SUBMITTED,
                today(),
                null,
                5,
                today().plusDays(1),
                today());
    }

    /** Somebody of a company's staff, by its entrustment. */
    private TestingAuthenticationToken sentBy(long company) {
        var zone = new TenantId(zone());
        record Sent(TenantId tenantId, TenantId cameFrom, String getName)
                implements ActsInTenant, java.security.Principal {
            @Override
            public String getName() {
                return getName;
            }
        }
        return new TestingAuthenticationToken(
                new Sent(zone, new TenantId(company), "sent-" + company),
                "",
                AuthorityUtils.createAuthorityList(
                        "ROLE_" + ServicesPermissions.READ, "ROLE_" + ServicesPermissions.HANDLE));
    }

    private CaseFilter filter(
            @Nullable String words,
            @Nullable ServiceId service,
            @Nullable String team,
            @Nullable CaseState state,
            @Nullable YearMonth month) {
        return new CaseFilter(CaseBox.ALL, words, service, team, state, month);
    }

    private List<UUID> paged(CaseFilter filter, int limit) {
        var found = new ArrayList<UUID>();
        String cursor = null;
        do {
            var from = cursor;
            var page = desk(() -> inbox.list(filter, from, limit));
            page.items().forEach(row -> found.add(row.id().value()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private List<Naive> all() {
        return desk(() ->
                transaction.execute(t ->
                        jdbc.query(
                                "select * from services.case_file",
                                (row, n) ->
                                        new Naive(
                                                row.getObject("id", UUID.class),
                                                row.getString("receipt"),
                                                row.getObject("service_id", UUID.class),
                                                row.getString("enterprise_name"),
                                                row.getString("state"),
                                                row.getString("waiting_for"),
                                                row.getObject("urgent_on", LocalDate.class),
                                                row.getTimestamp("submitted_at").toInstant(),
                                                row.getString("team"),
                                                row.getString("owner")))));
    }

    private static List<UUID> ids(
            List<Naive> all, Predicate<Naive> holds, Comparator<Naive> order) {
        return all.stream().filter(holds).sorted(order).map(Naive::id).toList();
    }

    private static Comparator<Naive> urgent() {
        return Comparator.comparing(Naive::urgent).thenComparing(c -> c.id().toString());
    }

    private static Comparator<Naive> newest() {
        return Comparator.comparing(Naive::at).thenComparing(c -> c.id().toString()).reversed();
    }

    private String plan(CaseFilter filter) {
        return desk(() ->
                transaction.execute(t -> {
                    var asked = InboxSql.page(filter, inbox.asking(), null, 51);
                    return String.join(
                            "\n",
                            jdbc.queryForList(
                                    "explain " + asked.sql(),
                                    String.class,
                                    asked.arguments().toArray()));
                }));
    }
}
