package org.kaiyuan.platform.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A period of working days whose clock may be stopped, as 行政许可法 §§42–45 knows it. Never changes: to stop
 * or resume makes another one.
 *
 * @param start the day on which it begins; counting starts with the day after
 * @param workingDays how many, 1 to {@value #LONGEST}
 * @param stops in their order, none overlapping; only the last may still last
 */
public record Deadline(LocalDate start, int workingDays, List<Stop> stops) {
    /** Working days of the longest, about eight years. */
    public static final int LONGEST = 2000;

    /**
     * A time in which the clock stands still.
     *
     * @param reason such as 听证 or 补正材料
     * @param from the first day that does not count
     * @param to the first day that counts again; null while the clock stands
     */
    public record Stop(String reason, LocalDate from, @Nullable LocalDate to) {
        public Stop {
            if (reason.isBlank()) {
                throw new DeadlineRefused("calendar.refusal.stop.reason");
            }
            if (to != null && to.isBefore(from)) {
                throw new DeadlineRefused("calendar.refusal.resume.early", to, from);
            }
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** @throws DeadlineRefused when the parts do not fit together */
    public Deadline {
        if (workingDays < 1 || workingDays > LONGEST) {
            throw new DeadlineRefused("calendar.refusal.length", workingDays, LONGEST);
        }
        stops = List.copyOf(stops);
        var earliest = start;
        for (int i = 0; i < stops.size(); i++) {
            var stop = stops.get(i);
            if (stop.from().isBefore(earliest)) {
                throw new DeadlineRefused("calendar.refusal.stop.early", stop.from(), earliest);
            }
            var to = stop.to();
            if (to == null && i < stops.size() - 1) {
                throw new DeadlineRefused("calendar.refusal.stopped", stop.from());
            }
            earliest = to == null ? stop.from() : to;
        }
    }

    public static Deadline of(LocalDate start, int workingDays) {
        return new Deadline(start, workingDays, List.of());
    }

    public boolean stopped() {
        return !stops.isEmpty() && stops.getLast().to() == null;
    }

    /**
     * The clock stands still from that day on.
     *
     * @throws DeadlineRefused when it stands already, or the day comes before its start or last stop
     */
    public Deadline stop(String reason, LocalDate from) {
        if (stopped()) {
            throw new DeadlineRefused("calendar.refusal.stopped", stops.getLast().from());
        }
        var more = new ArrayList<>(stops);
        more.add(new Stop(reason, from, null));
        return new Deadline(start, workingDays, more);
    }

    /**
     * That day counts again.
     *
     * @throws DeadlineRefused when the clock does not stand, or stood only later
     */
    public Deadline resume(LocalDate on) {
        if (!stopped()) {
            throw new DeadlineRefused("calendar.refusal.running");
        }
        var last = stops.getLast();
        var others = new ArrayList<>(stops.subList(0, stops.size() - 1));
        others.add(new Stop(last.reason(), last.from(), on));
        return new Deadline(start, workingDays, others);
    }

    /**
     * The last day; empty while nobody can say, because the clock stands still.
     *
     * @throws CalendarYearMissing when a day on the way is not known
     */
    public Optional<LocalDate> dueOn(WorkingCalendar calendar) {
        int left = workingDays;
        var at = start;
        for (var stop : stops) {
            var before = stop.from().minusDays(1);
            if (before.isAfter(at)) {
                int counted = calendar.known(before) ? calendar.between(at, before) : left;
                if (counted >= left) {
                    return Optional.of(calendar.plus(at, left));
                }
                left -= counted;
            }
            var to = stop.to();
            if (to == null) {
                return Optional.empty();
            }
            at = later(at, to.minusDays(1));
        }
        return Optional.of(calendar.plus(at, left));
    }

    /**
     * How many working days are left after that day: 0 on the last one, less than 0 once it has passed.
     *
     * @throws CalendarYearMissing when a day on the way is not known
     */
    public int remaining(WorkingCalendar calendar, LocalDate today) {
        int counted = 0;
        var at = start;
        for (var stop : stops) {
            var before = earlier(stop.from().minusDays(1), today);
            if (before.isAfter(at)) {
                counted += calendar.between(at, before);
            }
            var to = stop.to();
            if (to == null) {
                return workingDays - counted;
            }
            at = later(at, to.minusDays(1));
        }
        return workingDays - counted - (today.isAfter(at) ? calendar.between(at, today) : 0);
    }

    /**
     * Every day from the one after the start to the last one, and why it counts or does not; to {@code
     * until} where that comes earlier, as it always does while the clock stands.
     *
     * @throws CalendarYearMissing when a day on the way is not known
     */
    public List<DayExplained> explained(WorkingCalendar calendar, LocalDate until) {
        var days = new ArrayList<DayExplained>();
        int counted = 0;
        for (var day = start.plusDays(1);
                counted < workingDays && !day.isAfter(until);
                day = day.plusDays(1)) {
            var nature = calendar.natureOf(day);
            var stop = stopOn(day);
            boolean counts = stop == null && nature.working();
            days.add(
                    new DayExplained(
                            day, nature, calendar.nameOf(day), stop, counts ? ++counted : 0));
        }
        return List.copyOf(days);
    }

    private @Nullable String stopOn(LocalDate day) {
        for (var stop : stops) {
            if (stop.holds(day)) {
                return stop.reason();
            }
        }
        return null;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? b : a;
    }
}
