package org.kaiyuan.platform.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Working days of China. Anyone may ask; who asks for many days takes {@link #calendar()} once.
 *
 * <p>What the operator enters is used at once on this node and within half a minute on the others.
 */
@Service
public class WorkingDays {
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private volatile @Nullable Kept kept;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(WorkingCalendar calendar, long nanos) {}

    /** As it is known now; to be asked for anew with the next request, not to be kept. */
    public WorkingCalendar calendar() {
        var now = kept;
        if (now == null || System.nanoTime() - now.nanos() > KEPT.toNanos()) {
            now = new Kept(assembled(), System.nanoTime()); // two at once read the same twice
            kept = now;
        }
        return now.calendar();
    }

    /** @throws CalendarYearMissing when the day's arrangement is not known */
    public boolean isWorkingDay(LocalDate day) {
        return calendar().isWorkingDay(day);
    }

    /** @see WorkingCalendar#plus */
    public LocalDate plus(LocalDate from, int workingDays) {
        return calendar().plus(from, workingDays);
    }

    /** @see WorkingCalendar#between */
    public int between(LocalDate from, LocalDate to) {
        return calendar().between(from, to);
    }

    /** To be called when a change is committed. */
    void forget() {
        kept = null;
    }

    private WorkingCalendar assembled() {
        var complete = new TreeSet<Integer>();
        jdbc.sql("select year from calendar.year where complete")
                .query(row -> {
                    complete.add(row.getInt(1));
                });
        var years = new TreeSet<>(complete);
        var holidays = new HashMap<LocalDate, Holiday>();
        for (int year = LibraryYears.FIRST; year <= LibraryYears.LAST; year++) {
            years.add(year);
            for (var holiday : LibraryYears.of(year)) {
                if (!complete.contains(WorkingCalendar.yearOfNotice(holiday.day()))) {
                    holidays.put(holiday.day(), holiday);
                }
            }
        }
        var entered = new ArrayList<Holiday>();
        jdbc.sql(
                        """
                        select h.day, h.name, h.working from calendar.holiday h join calendar.year y using (year)
                        where y.complete order by h.year, h.day\
                        """)
                .query(row -> {
                    entered.add(
                            new Holiday(
                                    row.getObject(1, LocalDate.class),
                                    row.getString(2),
                                    row.getBoolean(3)));
                });
        entered.forEach(holiday -> holidays.put(holiday.day(), holiday)); // the later notice wins
        return new WorkingCalendar(holidays.values(), years);
    }
}
