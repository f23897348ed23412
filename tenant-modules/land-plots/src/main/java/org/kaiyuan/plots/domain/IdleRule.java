package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.IdleEvidence;
import org.kaiyuan.plots.IdleKind;
import org.kaiyuan.plots.domain.IdleFacts.Stop;

/**
 * 闲置 by the law's own rule (闲置土地处置办法, 国土资源部令第53号, art. 2): a year past the agreed start without
 * starting; or started, but on less than a third of the ground or with less than 25 % of the investment, and
 * stopped for a year.
 *
 * <p>A year is full as 民法典 art. 201 and 202 count it: the first day is not counted, and the last one is over. So
 * ground that was to be begun on 1 March is idle from 2 March of the next year on. Days that a government or
 * force majeure caused (art. 8) do not count. A share that nobody knows is not taken for a small one.
 */
public final class IdleRule {
    /** After so many years without a start the ground may be taken back without payment: art. 14. */
    public static final int YEARS_TO_RECOVERY = 2;

    /** 土地闲置费 in percent of the price: art. 14. */
    public static final BigDecimal FEE_PERCENT = BigDecimal.valueOf(20);

    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private IdleRule() {}

    /** The evidence of that day; empty where the ground is not idle. */
    public static Optional<IdleEvidence> find(IdleFacts facts, LocalDate today) {
        return look(facts, today).filter(found -> found.daysCounted() >= found.daysNeeded());
    }

    /**
     * How far the ground is on its way to be idle; empty where nothing speaks for it: no start was agreed, the
     * agreed day is to come, the work goes on, or enough was built and invested.
     */
    public static Optional<IdleEvidence> look(IdleFacts facts, LocalDate today) {
        var started = facts.startedOn();
        if (started == null || started.isAfter(today)) {
            var agreed = facts.startOn();
            return agreed == null || !agreed.isBefore(today)
                    ? Optional.empty()
                    : Optional.of(evidence(IdleKind.NOT_STARTED, facts, agreed, null, today));
        }
        if (!isBelow(facts.builtM2(), facts.groundM2(), THREE)
                && !isBelow(facts.investedYuan(), facts.promisedYuan(), FOUR)) {
            return Optional.empty();
        }
        var stopped = standstill(facts.stops(), today);
        return stopped == null
                ? Optional.empty()
                : Optional.of(
                        evidence(
                                IdleKind.STOPPED,
                                facts,
                                stopped.isBefore(started) ? started : stopped,
                                started,
                                today));
    }

    /** Whether the full days that count make that many years. */
    public static boolean isPast(IdleEvidence found, int years) {
        return found.daysCounted() >= daysOf(found.since(), years);
    }

    /** Less than the {@code parts}th part; not where either is unknown. */
    private static boolean isBelow(
            @Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal parts) {
        return part != null
                && whole != null
                && whole.signum() > 0
                && part.multiply(parts).compareTo(whole) < 0;
    }

    /** When the standstill began that lasts on that day, whatever caused its parts; null while there is work. */
    private static @Nullable LocalDate standstill(List<Stop> stops, LocalDate today) {
        var sorted =
                stops.stream()
                        .filter(stop -> stop.covers(today) || stop.from().isBefore(today))
                        .sorted(Comparator.comparing(Stop::from))
                        .toList();
        @Nullable LocalDate from = null;
        var to = LocalDate.MIN;
        for (var stop : sorted) {
            if (from == null || stop.from().isAfter(to.plusDays(1))) {
                from = stop.from();
                to = LocalDate.MIN;
            }
            var end = stop.to() == null || stop.to().isAfter(today) ? today : stop.to();
            to = end.isAfter(to) ? end : to;
        }
        return to.equals(today) ? from : null;
    }

    private static IdleEvidence evidence(
            IdleKind kind,
            IdleFacts facts,
            LocalDate since,
            @Nullable LocalDate started,
            LocalDate today) {
        int all = (int) Math.max(0, ChronoUnit.DAYS.between(since, today) - 1);
        int excluded = covered(facts.stops(), stop -> !stop.cause().counts(), since, today);
        return new IdleEvidence(
                kind,
                since,
                today,
                all - excluded,
                (int) daysOf(since, 1),
                excluded,
                started,
                share(facts.builtM2(), facts.groundM2()),
                share(facts.investedYuan(), facts.promisedYuan()));
    }

    private static long daysOf(LocalDate since, int years) {
        return ChronoUnit.DAYS.between(since, since.plusYears(years));
    }

    /** How many full days strictly between the two lie in such stops; a day in two of them counts once. */
    private static int covered(
            List<Stop> stops, Predicate<Stop> which, LocalDate since, LocalDate today) {
        var first = since.plusDays(1);
        var last = today.minusDays(1);
        var parts = new ArrayList<Stop>();
        stops.stream().filter(which).forEach(parts::add);
        parts.sort(Comparator.comparing(Stop::from));
        long days = 0;
        var next = first; // all before it is counted
        for (var part : parts) {
            var from = part.from().isAfter(next) ? part.from() : next;
            var to = part.to() == null || part.to().isAfter(last) ? last : part.to();
            if (!to.isBefore(from)) {
                days += ChronoUnit.DAYS.between(from, to) + 1;
                next = to.plusDays(1);
            }
        }
        return (int) days;
    }

    private static @Nullable BigDecimal share(
            @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() <= 0
                ? null
                : part.divide(whole, 4, RoundingMode.HALF_UP);
    }
}
