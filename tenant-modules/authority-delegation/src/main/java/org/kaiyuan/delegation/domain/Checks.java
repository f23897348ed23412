package org.kaiyuan.delegation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.Finding;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.WrittenEntry;

/**
 * What a list must satisfy before it is published. The days are those of the decrees collected in domain.md
 * ("Delegation"): 下放 takes effect 30 days after the decision, 委托 on signing, the handover is done within 30 working
 * days; a power that was delegated is not delegated on.
 */
public final class Checks {
    /** Days from the decision to the first day of what is 直接下放; a decree may say otherwise. */
    public static final int USUAL_DAYS = 30;

    private Checks() {}

    /**
     * @param all entries of the edition that would be published
     * @param changed those of them that the draft touches: what was published before is not judged anew, but stands beside
     * @param repealed matters whose basis is in force no more
     * @param days from the decision to the first day of what is 直接下放
     * @param handover the last day of a handover that begins on a day; null-free, in working days
     */
    public static List<Finding> of(
            List<WrittenEntry> all,
            Set<EntryId> changed,
            Set<MatterId> repealed,
            int days,
            UnaryOperator<LocalDate> handover) {
        var findings = new ArrayList<Finding>();
        var grants = all.stream().filter(one -> one.note().act() == EntryAct.GRANT).toList();
        var ids = grants.stream().map(WrittenEntry::id).collect(Collectors.toSet());
        var receiving =
                grants.stream().map(one -> one.note().receivingBody()).collect(Collectors.toSet());
        for (var one : all) {
            if (changed.contains(one.id())) {
                if (one.note().act() == EntryAct.GRANT) {
                    grant(one, repealed, receiving, days, handover, findings);
                } else if (!ids.contains(one.note().ends())) {
                    findings.add(new Finding(one.id(), "endsNothing", List.of()));
                }
            }
        }
        twoBodies(all, grants, changed, findings);
        return findings;
    }

    private static void grant(
            WrittenEntry one,
            Set<MatterId> repealed,
            Set<String> receiving,
            int days,
            UnaryOperator<LocalDate> handover,
            List<Finding> findings) {
        var note = one.note();
        var decided = note.document().decidedOn();
        if (decided != null) {
            var earliest = note.mode() == DelegationMode.DIRECT ? decided.plusDays(days) : decided;
            if (note.effectiveOn().isBefore(earliest)) {
                findings.add(
                        new Finding(
                                one.id(),
                                note.mode() == DelegationMode.DIRECT ? "tooEarly" : "beforeSigning",
                                List.of(earliest)));
            }
            var latest = handover.apply(decided);
            if (note.handoverOn() != null && note.handoverOn().isAfter(latest)) {
                findings.add(new Finding(one.id(), "handoverLate", List.of(latest)));
            }
        }
        if (note.mode().needsLetter() && note.letter() == null) {
            findings.add(new Finding(one.id(), "letterMissing", List.of()));
        }
        if (receiving.contains(note.originalAuthority())) {
            findings.add(new Finding(one.id(), "passedOn", List.of(note.originalAuthority())));
        }
        if (repealed.contains(note.matter())) {
            findings.add(new Finding(one.id(), "basisRepealed", List.of()));
        }
    }

    /** No two bodies hold one power at one place and time; entries of one matter are few. */
    private static void twoBodies(
            List<WrittenEntry> all,
            List<WrittenEntry> grants,
            Set<EntryId> changed,
            List<Finding> findings) {
        Map<EntryId, LocalDate> ended = new HashMap<>();
        for (var one : all) {
            if (one.note().ends() != null) {
                ended.merge(
                        one.note().ends(),
                        one.note().effectiveOn().minusDays(1),
                        (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        var byMatter = grants.stream().collect(Collectors.groupingBy(one -> one.note().matter()));
        for (var same : byMatter.values()) {
            for (int i = 0; i < same.size(); i++) {
                for (int j = i + 1; j < same.size(); j++) {
                    var one = same.get(i);
                    var other = same.get(j);
                    if ((changed.contains(one.id()) || changed.contains(other.id()))
                            && clash(one, other, ended)) {
                        var told = changed.contains(one.id()) ? one : other;
                        var beside = told == one ? other : one;
                        findings.add(
                                new Finding(
                                        told.id(),
                                        "twoBodies",
                                        List.of(beside.note().receivingBody())));
                    }
                }
            }
        }
        findings.sort(Comparator.comparing(finding -> finding.entry().value()));
    }

    private static boolean clash(
            WrittenEntry one, WrittenEntry other, Map<EntryId, LocalDate> ended) {
        return !one.note().receivingBody().equals(other.note().receivingBody())
                && samePlace(one.note(), other.note())
                && sameCases(one.note(), other.note())
                && !last(one, ended).isBefore(other.note().effectiveOn())
                && !last(other, ended).isBefore(one.note().effectiveOn());
    }

    private static boolean samePlace(EntryNote one, EntryNote other) {
        return one.subPark() == null
                || other.subPark() == null
                || one.subPark().equals(other.subPark());
    }

    private static boolean sameCases(EntryNote one, EntryNote other) {
        return one.category() == null
                || other.category() == null
                || Objects.equals(one.category(), other.category());
    }

    private static LocalDate last(WrittenEntry grant, Map<EntryId, LocalDate> ended) {
        var expires = grant.note().expiresOn();
        var own = expires == null ? LocalDate.MAX : expires;
        var by = ended.getOrDefault(grant.id(), LocalDate.MAX);
        return own.isBefore(by) ? own : by;
    }
}
