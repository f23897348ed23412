package org.kaiyuan.platform.calendar;

import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Entering what the State Council's notice says of a year, for all zones; it counts once declared whole. */
@Service
@Transactional
@PreAuthorize("hasRole('" + CalendarPermissions.MAINTAIN + "')")
public class CalendarKeeping {
    private static final int FIRST = LibraryYears.FIRST;
    private static final int LAST = 2100;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final WorkingDays workingDays;
    private final Clock clock;

    CalendarKeeping(JdbcClient jdbc, JdbcTemplate batch, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The newest first: from what came with the software to two years from now, and what was entered beyond. */
    @Transactional(readOnly = true)
    public List<CalendarYear> years() {
        var entered = new HashMap<Integer, CalendarYear>();
        jdbc.sql(
                        """
                        select y.year, y.complete, y.changed_by, y.changed_at,
                               (select count(*) from calendar.holiday h where h.year = y.year) as days
                        from calendar.year y\
                        """)
                .query(row -> {
                    int year = row.getInt("year");
                    boolean complete = row.getBoolean("complete");
                    var state =
                            complete
                                    ? YearState.COMPLETE
                                    : LibraryYears.has(year) ? YearState.BUILT_IN : YearState.DRAFT;
                    entered.put(
                            year,
                            new CalendarYear(
                                    year,
                                    state,
                                    !complete,
                                    row.getInt("days"),
                                    row.getString("changed_by"),
                                    row.getTimestamp("changed_at").toInstant()));
                });
        var years = new TreeSet<>(entered.keySet());
        int until = Math.max(LocalDate.now(clock).getYear() + 2, LibraryYears.LAST);
        for (int year = FIRST; year <= until; year++) {
            years.add(year);
        }
        return years.descendingSet().stream()
                .map(year -> entered.getOrDefault(year, builtInOrMissing(year)))
                .toList();
    }

    /** What is entered for the year; where nothing is, what came with the software. In the order of days. */
    @Transactional(readOnly = true)
    public List<Holiday> days(int year) {
        var entered = entered(year);
        return entered.isEmpty() ? LibraryYears.of(year) : entered;
    }

    /**
     * Enters a day, or what is now known of it. A year that was declared whole has to be again.
     *
     * @throws CalendarEntryRefused when day or name cannot be
     */
    public void enter(Holiday holiday) {
        HolidayFile.refuseImpossible(holiday, 0);
        int year = WorkingCalendar.yearOfNotice(holiday.day());
        open(year);
        write(year, List.of(holiday));
    }

    /** A year that was declared whole has to be again. */
    public void remove(LocalDate day) {
        int year = WorkingCalendar.yearOfNotice(day);
        if (jdbc.sql("delete from calendar.holiday where year = ? and day = ?")
                        .params(year, day)
                        .update()
                > 0) {
            mark(year, false);
        }
    }

    /**
     * Puts the file's days in the place of what was entered for the year.
     *
     * @throws CalendarEntryRefused naming the row that is wrong; nothing is then changed
     * @throws org.kaiyuan.platform.transfer.TabularFileRefused when it is no table
     */
    public int bring(int year, InputStream content) {
        refuseImpossible(year);
        var days = HolidayFile.read(year, content);
        open(year);
        jdbc.sql("delete from calendar.holiday where year = ?").param(year).update();
        write(year, days);
        return days.size();
    }

    /**
     * From now on the year counts as entered.
     *
     * @throws CalendarEntryRefused when a day is missing that is off in every year
     */
    public void declareWhole(int year) {
        var entered = entered(year);
        if (entered.isEmpty()) {
            throw new CalendarEntryRefused("calendar.refusal.empty", year);
        }
        if (year >= StatutoryHolidays.SINCE) {
            var off = new TreeSet<LocalDate>();
            entered.stream().filter(day -> !day.working()).forEach(day -> off.add(day.day()));
            for (var statutory : StatutoryHolidays.of(year)) {
                if (!off.contains(statutory.day())) {
                    throw new CalendarEntryRefused(
                            "calendar.refusal.notWhole", year, statutory.day(), statutory.name());
                }
            }
        }
        mark(year, true);
    }

    /** What was entered no longer counts until it is declared whole again. */
    public void open(int year) {
        refuseImpossible(year);
        mark(year, false);
    }

    private static void refuseImpossible(int year) {
        if (year < FIRST || year > LAST) {
            throw new CalendarEntryRefused("calendar.refusal.range", year, FIRST, LAST);
        }
    }

    private static CalendarYear builtInOrMissing(int year) {
        return LibraryYears.has(year)
                ? new CalendarYear(
                        year, YearState.BUILT_IN, false, LibraryYears.of(year).size(), null, null)
                : new CalendarYear(year, YearState.MISSING, false, 0, null, null);
    }

    /** Forgets what was entered for the year; what came with the software counts again. */
    public void forget(int year) {
        jdbc.sql("delete from calendar.holiday where year = ?").param(year).update();
        jdbc.sql("delete from calendar.year where year = ?").param(year).update();
        onceCommitted();
    }

    private List<Holiday> entered(int year) {
        return jdbc.sql(
                        "select day, name, working from calendar.holiday where year = ? order by day")
                .param(year)
                .query((row, number) ->
                        new Holiday(
                                row.getObject(1, LocalDate.class),
                                row.getString(2),
                                row.getBoolean(3)))
                .list();
    }

    private void write(int year, List<Holiday> days) {
        var by = ChangeHistory.actor();
        var at = Timestamp.from(clock.instant());
        var rows = new ArrayList<Object[]>();
        days.forEach(day ->
                rows.add(
                        new Object[] {year, day.day(), day.name().strip(), day.working(), by, at}));
        batch.batchUpdate(
                """
                insert into calendar.holiday (year, day, name, working, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (year, day) do update set name = excluded.name, working = excluded.working,
                    entered_by = excluded.entered_by, entered_at = excluded.entered_at\
                """,
                rows);
    }

    private void mark(int year, boolean complete) {
        jdbc.sql(
                        """
                        insert into calendar.year (year, complete, changed_by, changed_at) values (?, ?, ?, ?)
                        on conflict (year) do update set complete = excluded.complete,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at\
                        """)
                .params(year, complete, ChangeHistory.actor(), Timestamp.from(clock.instant()))
                .update();
        onceCommitted();
    }

    private void onceCommitted() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        workingDays.forget();
                    }
                });
    }
}
