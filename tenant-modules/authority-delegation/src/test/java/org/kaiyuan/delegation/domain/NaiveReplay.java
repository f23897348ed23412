package org.kaiyuan.delegation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.WrittenEntry;

/**
 * Who decides, as somebody finds out who has a heap of papers and a calendar: walks day by day through everything that
 * happened and holds on to what is in force.
 */
public final class NaiveReplay {
    private NaiveReplay() {}

    /**
     * What comes of it.
     *
     * @param body null where nothing is in force
     * @param entry null where nothing is in force
     */
    public record Answer(
            boolean here, @Nullable String body, @Nullable EntryId entry, int others) {}

    public static Answer of(List<WrittenEntry> all, @Nullable String place, LocalDate until) {
        var held = held(all, place, until);
        WrittenEntry best = null;
        for (var one : held) { // in the order in which they came
            if (best == null || rank(one) >= rank(best)) {
                best = one;
            }
        }
        if (best == null) {
            return new Answer(false, null, null, 0);
        }
        boolean here =
                switch (best.note().mode()) {
                    case DIRECT, ENTRUSTED, BRANCH -> true;
                    case REPORT, COUNTER -> false;
                };
        return new Answer(
                here,
                here ? best.note().receivingBody() : best.note().originalAuthority(),
                best.id(),
                held.size() - 1);
    }

    private static List<WrittenEntry> held(
            List<WrittenEntry> all, @Nullable String place, LocalDate until) {
        var inOrder = new ArrayList<>(all);
        inOrder.sort(Comparator.comparing(one -> one.id().toString()));
        var held = new ArrayList<WrittenEntry>();
        var first =
                all.stream()
                        .map(one -> one.note().effectiveOn())
                        .min(LocalDate::compareTo)
                        .orElse(until);
        for (var day = first; !day.isAfter(until); day = day.plusDays(1)) {
            var today = day;
            for (var one : inOrder) {
                var note = one.note();
                boolean begins = note.act() == EntryAct.GRANT && note.effectiveOn().equals(today);
                if (begins && (note.subPark() == null || note.subPark().equals(place))) {
                    held.add(one);
                }
            }
            held.removeIf(grant -> isOver(grant, inOrder, today));
        }
        return held;
    }

    private static boolean isOver(WrittenEntry grant, List<WrittenEntry> all, LocalDate today) {
        var last = grant.note().expiresOn();
        return last != null && last.isBefore(today)
                || all.stream()
                        .anyMatch(one ->
                                grant.id().equals(one.note().ends())
                                        && !one.note().effectiveOn().isAfter(today));
    }

    /** Who decides before who hands on, the narrower place first, then what is for all cases. */
    private static int rank(WrittenEntry one) {
        var scope = one.note().scope();
        boolean all = scope.category() == null && scope.mostYuan() == null;
        boolean decides =
                switch (one.note().mode()) {
                    case DIRECT, ENTRUSTED, BRANCH -> true;
                    case REPORT, COUNTER -> false;
                };
        return (decides ? 4 : 0) + (scope.subPark() == null ? 0 : 2) + (all ? 1 : 0);
    }
}
