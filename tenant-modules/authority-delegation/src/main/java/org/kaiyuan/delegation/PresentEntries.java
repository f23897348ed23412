package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaiyuan.delegation.domain.RowReading;

/** What the edition that counts has, as a file is compared with it. */
final class PresentEntries {
    private final Map<EntryId, WrittenEntry> standing = new LinkedHashMap<>();
    private final Map<MatterId, List<WrittenEntry>> standingOf = new HashMap<>();
    private final Map<MatterId, List<WrittenEntry>> othersOf = new HashMap<>();

    PresentEntries(List<WrittenEntry> all) {
        Set<EntryId> ended =
                all.stream()
                        .map(one -> one.note().ends())
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toUnmodifiableSet());
        for (var one : all) {
            boolean stands = one.note().act() == EntryAct.GRANT && !ended.contains(one.id());
            if (stands) {
                standing.put(one.id(), one);
            }
            (stands ? standingOf : othersOf)
                    .computeIfAbsent(one.note().matter(), matter -> new ArrayList<>())
                    .add(one);
        }
    }

    /** Grants that nothing has ended. */
    List<WrittenEntry> standing() {
        return List.copyOf(standing.values());
    }

    List<WrittenEntry> standing(MatterId matter) {
        return standingOf.getOrDefault(matter, List.of());
    }

    /** What a row of a list that was exported says once more: a grant that was ended, or what ended it. */
    Optional<WrittenEntry> past(MatterId matter, RowReading.Said said) {
        return othersOf.getOrDefault(matter, List.of()).stream()
                .filter(one -> one.note().act() == said.act())
                .filter(one -> one.note().receivingBody().equals(said.receivingBody()))
                .filter(one -> one.note().effectiveOn().equals(said.days().effectiveOn()))
                .findFirst();
    }
}
