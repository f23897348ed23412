package org.kaiyuan.platform.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.kaiyuan.platform.transfer.TabularFile;
import org.kaiyuan.platform.transfer.TabularLimits;

/**
 * A year's arrangement as a table: day, name, and whether the offices work or are off. Also takes the files
 * of holiday-cn (date, name, is_off_day).
 */
final class HolidayFile {
    /** A year names some forty days. */
    private static final TabularLimits LIMITS =
            new TabularLimits(1 << 20, 16 << 20, 200, 4 << 20, 200, 20, 1000);

    private static final int LONGEST_NAME = 40;
    private static final Set<String> DAY = Set.of("日期", "date", "day");
    private static final Set<String> NAME = Set.of("名称", "节日", "name");
    private static final Set<String> WORKING = Set.of("上班", "是否上班", "working");
    private static final Set<String> OFF = Set.of("放假", "是否放假", "is_off_day", "off");
    private static final Set<String> YES = Set.of("是", "true", "1", "yes", "y");
    private static final Set<String> NO = Set.of("否", "false", "0", "no", "n");

    private HolidayFile() {}

    /** In the order of days; all of the year's notice, or refused. */
    static List<Holiday> read(int year, InputStream content) {
        try {
            var file = Files.createTempFile("calendar", ".table");
            try {
                try (var out = Files.newOutputStream(file)) {
                    out.write(content.readNBytes((int) LIMITS.fileBytes() + 1));
                }
                return rows(year, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param row where it stands in a file; 0 for one that was entered by hand */
    static void refuseImpossible(Holiday holiday, long row) {
        var name = holiday.name().strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new CalendarEntryRefused("calendar.refusal.name", LONGEST_NAME, row);
        }
        var week = holiday.day().getDayOfWeek();
        if (holiday.working() && week != DayOfWeek.SATURDAY && week != DayOfWeek.SUNDAY) {
            throw new CalendarEntryRefused("calendar.refusal.workdayAnyway", holiday.day(), row);
        }
    }

    private static List<Holiday> rows(int year, Path path) {
        try (var file = TabularFile.open(path, LIMITS)) {
            int day = column(file, DAY);
            int name = column(file, NAME);
            int working = column(file, WORKING);
            int off = column(file, OFF);
            if (day < 0 || name < 0 || (working < 0) == (off < 0)) {
                throw new CalendarEntryRefused("calendar.refusal.columns");
            }
            var found = new TreeMap<LocalDate, Holiday>();
            for (var row = file.next(); row != null; row = file.next()) {
                var cells = row.cells();
                boolean said = yes(cells.get(working < 0 ? off : working), row.number());
                var holiday =
                        new Holiday(
                                date(cells.get(day), row.number()),
                                cells.get(name),
                                (working >= 0) == said);
                refuseImpossible(holiday, row.number());
                int notice = WorkingCalendar.yearOfNotice(holiday.day());
                if (notice != year) {
                    throw new CalendarEntryRefused(
                            "calendar.refusal.otherYear",
                            row.number(),
                            holiday.day(),
                            notice,
                            year);
                }
                if (found.put(holiday.day(), holiday) != null) {
                    throw new CalendarEntryRefused(
                            "calendar.refusal.twice", row.number(), holiday.day());
                }
            }
            return List.copyOf(found.values());
        }
    }

    private static int column(TabularFile file, Set<String> names) {
        var headings = file.headings();
        for (int i = 0; i < headings.size(); i++) {
            if (names.contains(headings.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean yes(String cell, long row) {
        var word = cell.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new CalendarEntryRefused("calendar.refusal.truth", row, cell);
        }
        return YES.contains(word);
    }

    private static LocalDate date(String cell, long row) {
        try {
            return LocalDate.parse(cell.replace('/', '-'));
        } catch (DateTimeParseException e) {
            throw new CalendarEntryRefused("calendar.refusal.date", row, cell);
        }
    }
}
