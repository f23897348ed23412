package org.kaiyuan.delegation.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.Ruling;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.delegation.WrittenEntry;

/**
 * Who decides, by the entries about one matter. A grant is in force from its effective day to its last day, or to the
 * day before it was recalled. Of several in force, one by which the park decides counts before one by which it only hands
 * on, then the one for the narrower place, then the one for all cases, then the one that came last; the others are told beside it.
 */
public final class Rulings {
    private static final Comparator<WrittenEntry> BY_DAY =
            Comparator.comparing((WrittenEntry one) -> one.note().effectiveOn())
                    .thenComparing(one -> one.note().act())
                    .thenComparing(one -> one.id().value());

    private Rulings() {}

    /**
     * @param all entries of the matter, of every list that was published then
     * @param place a part of the zone; null for the zone as a whole
     */
    public static Ruling of(List<WrittenEntry> all, @Nullable String place, LocalDate day) {
        var chain = all.stream().filter(one -> one.note().covers(place)).sorted(BY_DAY).toList();
        var grants = chain.stream().filter(one -> one.note().act() == EntryAct.GRANT).toList();
        var inForce =
                grants.stream()
                        .filter(one -> isInForce(one, chain, day))
                        .sorted(
                                Comparator.comparing((WrittenEntry one) ->
                                                one.note().mode().decidesHere())
                                        .thenComparing(one -> one.note().subPark() != null)
                                        .thenComparing(one ->
                                                one.note().category() == null
                                                        && one.note().scope().mostYuan() == null)
                                        .thenComparing(BY_DAY)
                                        .reversed())
                        .toList();
        if (!inForce.isEmpty()) {
            var counts = inForce.getFirst();
            var note = counts.note();
            var others = inForce.subList(1, inForce.size());
            return note.mode().decidesHere()
                    ? new Ruling(note.receivingBody(), counts, null, chain, others)
                    : new Ruling(note.originalAuthority(), counts, WhyNot.HANDS_ON, chain, others);
        }
        var last = grants.isEmpty() ? null : grants.getLast().note();
        return new Ruling(
                last == null ? elsewhere(all) : last.originalAuthority(),
                null,
                why(all, grants, chain, day),
                chain,
                List.of());
    }

    private static boolean isInForce(WrittenEntry grant, List<WrittenEntry> chain, LocalDate day) {
        return hasBegun(grant, day) && !hasRunOut(grant, day) && !isEnded(grant, chain, day, null);
    }

    private static boolean hasBegun(WrittenEntry grant, LocalDate day) {
        return !grant.note().effectiveOn().isAfter(day);
    }

    private static boolean hasRunOut(WrittenEntry grant, LocalDate day) {
        var last = grant.note().expiresOn();
        return last != null && last.isBefore(day);
    }

    /** @param by only ends of this kind; null for any */
    private static boolean isEnded(
            WrittenEntry grant, List<WrittenEntry> chain, LocalDate day, @Nullable EntryAct by) {
        return chain.stream()
                .anyMatch(one ->
                        grant.id().equals(one.note().ends())
                                && (by == null || one.note().act() == by)
                                && hasBegun(one, day));
    }

    private static @Nullable String elsewhere(List<WrittenEntry> all) {
        return all.stream()
                .map(WrittenEntry::note)
                .filter(note -> note.act() == EntryAct.GRANT)
                .map(EntryNote::originalAuthority)
                .findFirst()
                .orElse(null);
    }

    private static WhyNot why(
            List<WrittenEntry> all,
            List<WrittenEntry> grants,
            List<WrittenEntry> chain,
            LocalDate day) {
        if (grants.isEmpty()) {
            return all.stream().anyMatch(one -> one.note().act() == EntryAct.GRANT)
                    ? WhyNot.ELSEWHERE
                    : WhyNot.NEVER;
        }
        var begun = grants.stream().filter(one -> hasBegun(one, day)).toList();
        if (begun.isEmpty()) {
            return WhyNot.NOT_YET;
        }
        return isEnded(begun.getLast(), chain, day, EntryAct.RECALL)
                ? WhyNot.RECALLED
                : WhyNot.EXPIRED;
    }
}
