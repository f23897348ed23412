package org.kaiyuan.leads.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.DueKind;
import org.kaiyuan.leads.LeadRules;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.WorkingCalendar;

/**
 * What is due of a lead next, counted in working days.
 *
 * @param estimated a year on the way has no published calendar yet, so Monday to Friday was counted
 */
public record Due(LocalDate on, DueKind kind, boolean estimated) {

    /** The moments of a lead's life from which times are counted. */
    public record Moments(
            LocalDate registeredOn,
            LocalDate stageSince,
            @Nullable LocalDate ownedSince,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate feedbackOn,
            @Nullable LocalDate followedOn,
            @Nullable LocalDate nextActionOn,
            LeadStage stage,
            boolean major) {}

    /** The earliest of what is due; null when nothing is. */
    public static @Nullable Due next(Moments m, LeadRules rules, WorkingCalendar calendar) {
        var all = new ArrayList<Due>();
        if (m.answeredOn() == null) {
            all.add(of(DueKind.ANSWER, m.registeredOn(), rules.answerDays(), calendar));
        }
        if (m.ownedSince() != null) {
            if (m.stage() == LeadStage.CLUE) {
                int days = m.major() ? rules.majorTriageDays() : rules.triageDays();
                all.add(
                        of(
                                DueKind.TRIAGE,
                                later(m.registeredOn(), m.ownedSince()),
                                days,
                                calendar));
            }
            if (m.stage() == LeadStage.ASSESSMENT && m.feedbackOn() == null) {
                all.add(of(DueKind.FEEDBACK, m.stageSince(), rules.feedbackDays(), calendar));
            }
            // from 投产 on it is an enterprise of the zone, looked after as one
            if (m.stage().compareTo(LeadStage.PRODUCTION) < 0) {
                var since = m.followedOn() == null ? m.registeredOn() : m.followedOn();
                all.add(
                        of(
                                DueKind.FOLLOW_UP,
                                later(since, m.ownedSince()),
                                rules.followUpDays(),
                                calendar));
            }
        }
        if (m.nextActionOn() != null) {
            all.add(new Due(m.nextActionOn(), DueKind.ACTION, false));
        }
        return all.stream()
                .min(Comparator.comparing(Due::on).thenComparing(Due::kind))
                .orElse(null);
    }

    /** When a lead falls back into the pool if nothing is heard; null when it does not. */
    public static @Nullable LocalDate silentOn(
            Moments m, LeadRules rules, WorkingCalendar calendar) {
        if (m.ownedSince() == null || m.stage().isSigned()) {
            return null;
        }
        var heard = later(m.ownedSince(), m.stageSince());
        if (m.followedOn() != null) {
            heard = later(heard, m.followedOn());
        }
        var on = of(DueKind.FOLLOW_UP, heard, rules.poolDays(), calendar).on();
        return m.nextActionOn() == null ? on : later(on, m.nextActionOn());
    }

    private static Due of(DueKind kind, LocalDate from, int days, WorkingCalendar calendar) {
        try {
            return new Due(calendar.plus(from, days), kind, false);
        } catch (CalendarYearMissing unknown) {
            return new Due(weekdays(from, days), kind, true);
        }
    }

    private static LocalDate weekdays(LocalDate from, int days) {
        var day = from;
        for (int left = days; left > 0; ) { // at most 400 days are counted
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
