package org.kaiyuan.leads.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.DueKind;
import org.kaiyuan.leads.LeadRules;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.calendar.CalendarOfTests;
import org.kaiyuan.platform.calendar.WorkingCalendar;

class DueTest {
    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    private final WorkingCalendar calendar = CalendarOfTests.until2026();

    @Test
    void whatIsNewIsToBeAnsweredOnTheNextWorkingDay() {
        var due = due(moments(MONDAY, null, null, null, null, LeadStage.CLUE));

        assertThat(due.on()).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(due.kind()).isEqualTo(DueKind.ANSWER);
    }

    @Test
    void anAnsweredLeadIsToBeTriagedOnTheThirdWorkingDayAMajorOneOnTheFifth() {
        var small = moments(MONDAY, MONDAY, MONDAY, null, null, LeadStage.CLUE);
        var major =
                new Due.Moments(
                        MONDAY, MONDAY, MONDAY, MONDAY, null, null, null, LeadStage.CLUE, true);

        assertThat(due(small).on()).isEqualTo(LocalDate.of(2026, 6, 4));
        assertThat(due(small).kind()).isEqualTo(DueKind.TRIAGE);
        assertThat(due(major).on()).isEqualTo(LocalDate.of(2026, 6, 8));
    }

    @Test
    void aHolidayIsNotCounted() {
        // Dragon Boat Festival: 2026-06-19 to 21
        var since = LocalDate.of(2026, 6, 18);

        assertThat(due(moments(since, null, null, null, null, LeadStage.CLUE)).on())
                .isEqualTo(LocalDate.of(2026, 6, 22));
    }

    @Test
    void twoWeeksWithoutATalkAreTenWorkingDays() {
        var talked = moments(MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, LeadStage.NEGOTIATION);

        assertThat(due(talked))
                .isEqualTo(new Due(LocalDate.of(2026, 6, 15), DueKind.FOLLOW_UP, false));
    }

    @Test
    void fromProductionOnNobodyIsRemindedToTalk() {
        var building = moments(MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, LeadStage.CONSTRUCTION);
        var producing = moments(MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, LeadStage.PRODUCTION);

        assertThat(due(building).kind()).isEqualTo(DueKind.FOLLOW_UP);
        assertThat(Due.next(producing, LeadRules.DEFAULT, calendar)).isNull();
    }

    @Test
    void whatOnePlannedComesFirstWhenItIsSooner() {
        var planned =
                new Due.Moments(
                        MONDAY,
                        MONDAY,
                        MONDAY,
                        MONDAY,
                        MONDAY,
                        MONDAY,
                        MONDAY.plusDays(1),
                        LeadStage.NEGOTIATION,
                        false);

        assertThat(due(planned).kind()).isEqualTo(DueKind.ACTION);
    }

    @Test
    void aYearWithoutCalendarIsCountedByWeekdaysAndSaysSo() {
        var december = LocalDate.of(2099, 12, 30);

        assertThat(due(moments(december, null, null, null, null, LeadStage.CLUE)).estimated())
                .isTrue();
    }

    @Test
    void aSignedLeadDoesNotFallBackIntoThePool() {
        var signed = moments(MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, LeadStage.SIGNED);
        var talking = moments(MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, LeadStage.NEGOTIATION);

        assertThat(Due.silentOn(signed, LeadRules.DEFAULT, calendar)).isNull();
        assertThat(Due.silentOn(talking, LeadRules.DEFAULT, calendar))
                .isEqualTo(LocalDate.of(2026, 7, 14));
    }

    private Due due(Due.Moments moments) {
        return Objects.requireNonNull(Due.next(moments, LeadRules.DEFAULT, calendar));
    }

    private static Due.Moments moments(
            LocalDate registered,
            @Nullable LocalDate owned,
            @Nullable LocalDate answered,
            @Nullable LocalDate feedback,
            @Nullable LocalDate followed,
            LeadStage stage) {
        return new Due.Moments(
                registered, registered, owned, answered, feedback, followed, null, stage, false);
    }
}
