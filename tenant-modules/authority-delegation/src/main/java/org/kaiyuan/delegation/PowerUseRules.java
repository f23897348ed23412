package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/**
 * What a zone has decided for taking over and using its powers.
 *
 * @param unusedMonths a power is unused after so many months; 12 unless decided otherwise
 * @param evaluationMonth the month until which the year is evaluated; up to June the year before is meant
 * @param evaluationDay the day of that month; 1 December unless decided otherwise
 * @param expiryDays so many days before the last day of a grant; 90, 30 and 7 unless decided otherwise
 * @param handoverDays so many days before a handover has to be done; 10 and 1 unless decided otherwise
 */
public record PowerUseRules(
        int unusedMonths,
        int evaluationMonth,
        int evaluationDay,
        List<Integer> expiryDays,
        List<Integer> handoverDays) {
    public static final PowerUseRules DEFAULT =
            new PowerUseRules(12, 12, 1, List.of(90, 30, 7), List.of(10, 1));

    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 400;
    private static final int MOST_TIMES = 5;

    /** 2000 was a leap year. */
    private static final int LEAP = 2000;

    public PowerUseRules {
        expiryDays = List.copyOf(expiryDays);
        handoverDays = List.copyOf(handoverDays);
    }

    /** Until when that year is to be evaluated. */
    public LocalDate evaluationDue(int year) {
        var day = MonthDay.of(evaluationMonth, evaluationDay);
        return day.atYear(evaluationMonth <= Month.JUNE.getValue() ? year + 1 : year);
    }

    /** The last year of which the evaluation is due on that day, or was before. */
    public int yearDueOn(LocalDate day) {
        int year = day.getYear();
        while (evaluationDue(year).isAfter(day)) {
            year--;
        }
        return year;
    }

    /** @throws DelegationFieldsRefused with all that is wrong */
    PowerUseRules checked() {
        var faults = new ArrayList<FieldFault>();
        between(faults, "unusedMonths", unusedMonths, 1, MOST_MONTHS);
        between(faults, "evaluationMonth", evaluationMonth, 1, 12);
        if (faults.stream().noneMatch(one -> one.field().equals("evaluationMonth"))) {
            between(
                    faults,
                    "evaluationDay",
                    evaluationDay,
                    1,
                    YearMonth.of(LEAP, evaluationMonth).lengthOfMonth());
        }
        days(faults, "expiryDays", expiryDays);
        days(faults, "handoverDays", handoverDays);
        DelegationFieldsRefused.refuse(faults);
        return new PowerUseRules(
                unusedMonths, evaluationMonth, evaluationDay, tidy(expiryDays), tidy(handoverDays));
    }

    private static void days(List<FieldFault> faults, String field, List<Integer> days) {
        if (days.size() > MOST_TIMES) {
            faults.add(new FieldFault(field, "delegation.rule.most", List.of(MOST_TIMES)));
        }
        days.forEach(day -> between(faults, field, day, 0, MOST_DAYS));
    }

    private static void between(
            List<FieldFault> faults, String field, int value, int least, int most) {
        if (value < least || value > most) {
            faults.add(new FieldFault(field, "delegation.rule.between", List.of(least, most)));
        }
    }

    /** The longest first, each once. */
    private static List<Integer> tidy(List<Integer> days) {
        return days.stream().distinct().sorted((a, b) -> b - a).toList();
    }
}
