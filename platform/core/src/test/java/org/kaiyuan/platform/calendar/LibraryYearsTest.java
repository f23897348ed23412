package org.kaiyuan.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What came with the software, against the notices as others have collected them. */
class LibraryYearsTest {
    private static final WorkingCalendar BUILT_IN =
            new WorkingCalendar(
                    IntStream.rangeClosed(LibraryYears.FIRST, LibraryYears.LAST)
                            .boxed()
                            .flatMap(year -> LibraryYears.of(year).stream())
                            .toList(),
                    IntStream.rangeClosed(LibraryYears.FIRST, LibraryYears.LAST).boxed().toList());

    @Test
    void every_day_is_as_the_collected_notices_say() throws IOException {
        var file = collected();
        assumeTrue(
                Files.exists(file),
                "skipped: ../shared/data/reference is not beside the project: " + file);
        var said = new TreeMap<LocalDate, Boolean>();
        for (var line : Files.readAllLines(file)) {
            var cells = line.split(",");
            if (!cells[0].equals("date")) {
                said.put(LocalDate.parse(cells[0]), !Boolean.parseBoolean(cells[2]));
            }
        }

        var otherwise = new ArrayList<LocalDate>();
        for (var day = LocalDate.of(2007, 1, 1);
                day.isBefore(LocalDate.of(2026, 12, 28));
                day = day.plusDays(1)) {
            boolean working = said.getOrDefault(day, day.getDayOfWeek().getValue() < 6);
            if (BUILT_IN.isWorkingDay(day) != working) {
                otherwise.add(day);
            }
        }

        assertThat(otherwise).isEmpty();
    }

    @Test
    void no_notice_has_ever_moved_a_day_before_the_last_of_december_into_the_next_year() {
        var moved =
                IntStream.rangeClosed(LibraryYears.FIRST, LibraryYears.LAST)
                        .boxed()
                        .flatMap(year -> LibraryYears.of(year).stream())
                        .filter(holiday -> holiday.day().getMonthValue() == 12)
                        .toList();

        assertThat(moved)
                .isNotEmpty()
                .allMatch(holiday ->
                        !holiday.day().isBefore(LocalDate.of(holiday.day().getYear(), 12, 28)));
    }

    @Test
    void the_statutory_days_are_off_in_every_year_of_the_present_rule() {
        for (int year = StatutoryHolidays.SINCE; year <= LibraryYears.LAST; year++) {
            assertThat(StatutoryHolidays.of(year))
                    .hasSize(13)
                    .allMatch(statutory -> !BUILT_IN.isWorkingDay(statutory.day()));
        }
    }

    @Test
    void a_weekend_is_worked_in_exchange_and_a_weekday_off() {
        assertThat(BUILT_IN.natureOf(LocalDate.of(2026, 10, 10))).isEqualTo(DayNature.MADE_UP);
        assertThat(BUILT_IN.natureOf(LocalDate.of(2026, 10, 1))).isEqualTo(DayNature.HOLIDAY);
        assertThat(BUILT_IN.natureOf(LocalDate.of(2026, 10, 8))).isEqualTo(DayNature.WORKDAY);
        assertThat(BUILT_IN.natureOf(LocalDate.of(2026, 10, 17))).isEqualTo(DayNature.WEEKEND);
        assertThat(
                        List.of(
                                BUILT_IN.known(LocalDate.of(2026, 12, 27)),
                                BUILT_IN.known(LocalDate.of(2026, 12, 28))))
                .containsExactly(true, false);
    }

    private static Path collected() {
        var root = Path.of(System.getProperty("kaiyuan.root", "../.."));
        var beside = root.resolve("../shared/data/reference/cn_holidays_2007_2026.csv");
        return Files.exists(beside)
                ? beside
                : Path.of("/work/shared/data/reference/cn_holidays_2007_2026.csv");
    }
}
