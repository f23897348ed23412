package org.kaiyuan.delegation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.DutyStep;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.Finding;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.WrittenEntry;

/**
 * What a list must satisfy before it is published. The days are those of the decrees collected in domain.md
 * ("Delegation"), where the entry's own decree does not say otherwise: 下放 takes effect 30 days after the decision, 委托
 * on signing, the handover is done within 30 working days; a power that was delegated is not delegated on.
 */
public final class Checks {
    private final PowerListKind kind;
    private final List<WrittenEntry> all;
    private final Set<EntryId> changed;
    private final Facts facts;
    private final List<Finding> findings = new ArrayList<>();

    private Checks(PowerListKind kind, List<WrittenEntry> all, Set<EntryId> changed, Facts facts) {
        this.kind = kind;
        this.all = all;
        this.changed = changed;
        this.facts = facts;
    }

    /**
     * What a decree says of days.
     *
     * @param direct from the decision to the first day of what is 直接下放
     * @param entrusted from the decision to the first day of what is 委托下放
     * @param handoverBy the last day of the handover; null where it was decided on no known day
     */
    public record DecreeDays(int direct, int entrusted, @Nullable LocalDate handoverBy) {}

    /**
     * What else is known.
     *
     * @param beside grants of the zone's other lists that are published, about the matters that the draft touches
     * @param repealed matters whose basis is in force no more
     * @param days by the paper that an entry rests on
     * @param paired for a list of powers the matters of the duties, for a list of duties those of the powers; null for
     *     other lists, and where the zone keeps none of the other kind yet
     */
    public record Facts(
            List<WrittenEntry> beside,
            Set<MatterId> repealed,
            Function<EntryNote, DecreeDays> days,
            @Nullable Set<MatterId> paired) {}

    /**
     * @param all entries of the edition that would be published
     * @param changed those of them that the draft touches: what was published before is not judged anew, but stands beside
     */
    public static List<Finding> of(
            PowerListKind kind, List<WrittenEntry> all, Set<EntryId> changed, Facts facts) {
        var checks = new Checks(kind, all, changed, facts);
        checks.run();
        return checks.findings;
    }

    private void run() {
        var grants = all.stream().filter(one -> one.note().act() == EntryAct.GRANT).toList();
        var ids = grants.stream().map(WrittenEntry::id).collect(Collectors.toSet());
        for (var one : all) {
            var ends = one.note().ends();
            if (ends != null) {
                boolean touched = changed.contains(one.id()) || changed.contains(ends);
                if (touched && !ids.contains(ends)) {
                    found(one, "endsNothing");
                }
            } else if (changed.contains(one.id())) {
                basis(one);
                switch (kind) {
                    case POWERS, EMPOWERMENT, ENTRUSTMENT -> grant(one);
                    case DUTIES -> duties(one);
                    case BOUNDARIES -> boundary(one);
                    case SERVICES -> {}
                }
            }
        }
        if (kind.holdsPowers()) {
            withOthers(grants);
        }
        pairs(grants);
    }

    private void basis(WrittenEntry one) {
        if (facts.repealed().contains(one.note().matter())) {
            found(one, "basisRepealed");
        }
    }

    private void grant(WrittenEntry one) {
        var note = one.note();
        var decided = note.document().decidedOn();
        if (decided != null) {
            var days = facts.days().apply(note);
            boolean direct = note.mode() == DelegationMode.DIRECT;
            var earliest = decided.plusDays(direct ? days.direct() : days.entrusted());
            if (note.effectiveOn().isBefore(earliest)) {
                if (direct) {
                    found(one, "tooEarly", days.direct(), earliest);
                } else {
                    found(one, "beforeSigning", earliest);
                }
            }
            var latest = days.handoverBy();
            if (note.handoverOn() != null && latest != null && note.handoverOn().isAfter(latest)) {
                found(one, "handoverLate", latest);
            }
        }
        if (note.mode().needsLetter() && !note.letter().isThere()) {
            found(one, "letterMissing");
        }
        if (kind == PowerListKind.ENTRUSTMENT && note.mode() != DelegationMode.ENTRUSTED) {
            found(one, "notEntrusted");
        }
    }

    private void duties(WrittenEntry one) {
        var missing = EnumSet.allOf(DutyStep.class);
        for (var duty : one.note().particulars().duties()) {
            if (!duty.responsibility().isEmpty() && !duty.accountability().isEmpty()) {
                missing.remove(duty.step());
            }
        }
        if (!missing.isEmpty()) {
            found(one, "dutiesMissing", List.copyOf(missing));
        }
    }

    private void boundary(WrittenEntry one) {
        long deciding =
                one.note().particulars().shares().stream()
                        .filter(share -> share.part() == BoundaryShare.Part.DECIDES)
                        .count();
        if (deciding != 1) {
            found(one, "oneDecides", deciding);
        }
    }

    /** No power is passed on, and no two bodies hold one at one place and time; entries of one matter are few. */
    private void withOthers(List<WrittenEntry> grants) {
        Map<EntryId, LocalDate> ended = new HashMap<>();
        var everywhere = new ArrayList<>(grants);
        for (var one : concat(all, facts.beside())) {
            if (one.note().ends() != null) {
                ended.merge(
                        one.note().ends(),
                        one.note().effectiveOn().minusDays(1),
                        (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        facts.beside().stream()
                .filter(one -> one.note().act() == EntryAct.GRANT)
                .forEach(everywhere::add);
        var byMatter =
                everywhere.stream().collect(Collectors.groupingBy(one -> one.note().matter()));
        for (var one : grants) {
            if (changed.contains(one.id())) {
                var same = byMatter.getOrDefault(one.note().matter(), List.of());
                same.stream()
                        .filter(other -> passedOn(one, other))
                        .findFirst()
                        .ifPresent(other -> found(one, "passedOn", one.note().originalAuthority()));
                same.stream()
                        .filter(other -> !other.id().equals(one.id()))
                        // of two that are both new, one is told
                        .filter(other ->
                                !changed.contains(other.id())
                                        || other.id().value().compareTo(one.id().value()) < 0)
                        .filter(other -> clash(one, other, ended))
                        .findFirst()
                        .ifPresent(other -> found(one, "twoBodies", other.note().receivingBody()));
            }
        }
    }

    private static boolean passedOn(WrittenEntry one, WrittenEntry other) {
        return !other.id().equals(one.id())
                && !other.note().originalAuthority().equals(other.note().receivingBody())
                && other.note().receivingBody().equals(one.note().originalAuthority());
    }

    private void pairs(List<WrittenEntry> grants) {
        var paired = facts.paired();
        if (paired == null) {
            return;
        }
        var own = new HashSet<MatterId>();
        for (var one : grants) {
            if (!own.add(one.note().matter())
                    && kind == PowerListKind.DUTIES
                    && changed.contains(one.id())) {
                found(one, "dutyTwice");
            }
        }
        var told = new LinkedHashSet<MatterId>();
        for (var one : grants) {
            if (!paired.contains(one.note().matter()) && told.add(one.note().matter())) {
                found(one, kind == PowerListKind.DUTIES ? "dutyWithoutPower" : "powerWithoutDuty");
            }
        }
        if (kind == PowerListKind.DUTIES) {
            long bare = paired.stream().filter(matter -> !own.contains(matter)).count();
            if (bare > 0) {
                findings.add(new Finding(null, null, "powersWithoutDuty", List.of(bare)));
            }
        }
    }

    private static boolean clash(
            WrittenEntry one, WrittenEntry other, Map<EntryId, LocalDate> ended) {
        return !one.note().receivingBody().equals(other.note().receivingBody())
                && one.note().mode().decidesHere()
                && other.note().mode().decidesHere()
                && same(one.note().subPark(), other.note().subPark())
                && same(one.note().category(), other.note().category())
                && !last(one, ended).isBefore(other.note().effectiveOn())
                && !last(other, ended).isBefore(one.note().effectiveOn());
    }

    /** What says nothing is about all. */
    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null || other == null || Objects.equals(one, other);
    }

    private static LocalDate last(WrittenEntry grant, Map<EntryId, LocalDate> ended) {
        var expires = grant.note().expiresOn();
        var own = expires == null ? LocalDate.MAX : expires;
        var by = ended.getOrDefault(grant.id(), LocalDate.MAX);
        return own.isBefore(by) ? own : by;
    }

    private void found(WrittenEntry one, String rule, Object... arguments) {
        findings.add(new Finding(one.id(), rule, List.of(arguments)));
    }

    private static List<WrittenEntry> concat(List<WrittenEntry> one, List<WrittenEntry> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
