package org.kaiyuan.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@KaiyuanTest
@ActAsZone("deyang")
class CalendarKeepingTest {
    private static final int NEXT = 2027;

    /** Made for the test: the State Council has not announced 2027 yet. */
    private static final String WHOLE =
            """
            日期,名称,上班
            2027-01-01,元旦,否
            2027-02-05,春节,否
            2027-02-06,春节,否
            2027-02-07,春节,否
            2027-02-08,春节,否
            2027-02-14,春节,是
            2027-04-05,清明节,否
            2027-05-01,劳动节,否
            2027-05-02,劳动节,否
            2027-06-09,端午节,否
            2027-09-15,中秋节,否
            2027-10-01,国庆节,否
            2027-10-02,国庆节,否
            2027-10-03,国庆节,否
            """;

    @Autowired CalendarKeeping keeping;
    @Autowired WorkingDays workingDays;
    @Autowired MockMvc http;
    @Autowired Zones zones;

    @AfterEach
    void forgetWhatWasEntered() {
        zones.in(
                "deyang",
                () -> {
                    keeping.forget(NEXT);
                    keeping.forget(2026);
                    return "";
                });
    }

    @Test
    void a_year_counts_once_it_is_entered_and_declared_whole() {
        assertThatThrownBy(() -> workingDays.isWorkingDay(LocalDate.of(NEXT, 3, 1)))
                .isInstanceOf(CalendarYearMissing.class);
        assertThat(keeping.bring(NEXT, file(WHOLE))).isEqualTo(14);
        assertThatThrownBy(() -> workingDays.isWorkingDay(LocalDate.of(NEXT, 3, 1)))
                .isInstanceOf(CalendarYearMissing.class);
        assertThat(state(NEXT)).isEqualTo(YearState.DRAFT);

        keeping.declareWhole(NEXT);

        assertThat(state(NEXT)).isEqualTo(YearState.COMPLETE);
        assertThat(workingDays.isWorkingDay(LocalDate.of(NEXT, 2, 14))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(NEXT, 2, 5))).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(workingDays.plus(LocalDate.of(2026, 12, 31), 1))
                .isEqualTo(LocalDate.of(NEXT, 1, 4));
    }

    @Test
    void an_entered_year_counts_before_the_one_that_came_with_the_software() {
        assertThat(keeping.days(2026)).hasSizeGreaterThan(30);
        keeping.bring(2026, file("date,name,is_off_day\n2026-06-13,补班,False\n"));
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 6, 13))).isFalse();
        refused("calendar.refusal.notWhole", () -> keeping.declareWhole(2026));

        for (var statutory : StatutoryHolidays.of(2026)) {
            keeping.enter(statutory);
        }
        keeping.declareWhole(2026);

        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 6, 13))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 10, 7))).isTrue(); // not entered

        keeping.remove(LocalDate.of(2026, 6, 13));
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 10, 7))).isFalse(); // built in again
    }

    @Test
    void a_wrong_file_is_refused_by_row_and_changes_nothing() {
        keeping.bring(NEXT, file(WHOLE));

        refused("calendar.refusal.columns", "日期,名称\n2027-01-01,元旦\n");
        refused("calendar.refusal.date", "日期,名称,上班\n元旦,元旦,否\n");
        refused("calendar.refusal.truth", "日期,名称,上班\n2027-01-01,元旦,也许\n");
        refused("calendar.refusal.twice", "日期,名称,上班\n2027-01-01,元旦,否\n2027-01-01,元旦,否\n");
        refused("calendar.refusal.otherYear", "日期,名称,上班\n2027-12-30,元旦,否\n");
        refused("calendar.refusal.otherYear", "日期,名称,上班\n2026-10-01,国庆节,否\n");
        refused("calendar.refusal.workdayAnyway", "日期,名称,上班\n2027-03-01,上班,是\n");
        refused("calendar.refusal.name", "日期,名称,上班\n2027-01-01,,否\n");
        refused("transfer.refusal.empty", "");
        refused("transfer.refusal.unknownType", "\u0000\u0001\u0002");
        refused("calendar.refusal.range", () -> keeping.bring(1999, file(WHOLE)));

        assertThat(keeping.days(NEXT)).hasSize(14);
    }

    @Test
    void a_year_that_lacks_a_statutory_day_is_not_whole() {
        refused("calendar.refusal.empty", () -> keeping.declareWhole(NEXT));
        keeping.bring(NEXT, file(WHOLE.replace("2027-09-15,中秋节,否\n", "")));

        refused("calendar.refusal.notWhole", () -> keeping.declareWhole(NEXT));

        assertThat(state(NEXT)).isEqualTo(YearState.DRAFT);
    }

    @Test
    @ActAsZone(value = "deyang", permissions = "enterprises:read")
    void only_the_operator_enters() {
        assertThatThrownBy(() -> keeping.enter(new Holiday(LocalDate.of(NEXT, 1, 1), "元旦", false)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> keeping.forget(2026)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void programs_read_working_days_and_when_a_deadline_ends() throws Exception {
        http.perform(days("2026-10-01", "2026-10-11"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.workingDays").value(3))
                .andExpect(jsonPath("$.days.length()").value(11))
                .andExpect(jsonPath("$.days[9].nature").value("MADE_UP"));
        http.perform(
                        get("/api/v1/calendar/deadline")
                                .with(somebody())
                                .param("start", "2026-09-30")
                                .param("workingDays", "2"))
                .andExpect(jsonPath("$.dueOn").value("2026-10-09"))
                .andExpect(jsonPath("$.days[0].holiday").value("国庆节"));
        http.perform(days("2027-03-01", "2027-03-02"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.code").value("calendar.refusal.year"))
                .andExpect(
                        jsonPath("$.detail")
                                .value(
                                        "2027 年的放假调休安排尚未录入，2027-03-01 是否为工作日无法确定。"
                                                + "请平台运维人员在“工作日历”页面录入国务院办公厅公布的 2027 年安排，之后再试。"));
        http.perform(days("2026-12-30", "2026-12-30"))
                .andExpect(jsonPath("$.code").value("calendar.refusal.year"));
        http.perform(days("2026-01-01", "2025-01-01")).andExpect(status().isUnprocessableContent());
        http.perform(days("2020-01-01", "2025-01-01")).andExpect(status().isUnprocessableContent());
        http.perform(days("gestern", "2025-01-01")).andExpect(status().isBadRequest());
        http.perform(get("/api/v1/calendar/working-days").with(anonymous()))
                .andExpect(status().isUnauthorized());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder days(
            String from, String to) {
        return get("/api/v1/calendar/working-days")
                .with(somebody())
                .header("Accept-Language", "zh-CN")
                .param("from", from)
                .param("to", to);
    }

    private RequestPostProcessor somebody() {
        return SecurityMockMvcRequestPostProcessors.authentication(
                zones.somebody("luzhou", "enterprises:read"));
    }

    private YearState state(int year) {
        return keeping.years().stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void refused(String key, String content) {
        refused(key, () -> keeping.bring(NEXT, file(content)));
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    private static InputStream file(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
