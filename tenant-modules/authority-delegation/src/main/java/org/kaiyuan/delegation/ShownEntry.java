package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a version of a list shows it.
 *
 * @param from the version from which on it says this
 * @param upTo the version that says something else, or nothing; null while none does
 * @param matter as it was called when this was published
 * @param ended what ends the grant by the versions that count; null where nothing does
 */
public record ShownEntry(
        EntryId id,
        ListId list,
        PowerListKind listKind,
        int from,
        @Nullable Integer upTo,
        Matter matter,
        EntryNote note,
        @Nullable End ended) {

    /**
     * @param field 领域; where the matter has none, that of the empowerment
     * @param bases 设定依据
     */
    public record Matter(
            UUID id,
            @Nullable String code,
            @Nullable String basicCode,
            String name,
            MatterKind kind,
            @Nullable String field,
            List<LegalBasis> bases) {
        public Matter {
            bases = List.copyOf(bases);
        }
    }

    /** By which act a grant ends, and from which day on. */
    public record End(EntryAct act, LocalDate on) {}

    /** Whether the power holds on a day. */
    public PowerState on(LocalDate day) {
        if (ended != null && !day.isBefore(ended.on())) {
            return ended.act() == EntryAct.RECALL ? PowerState.RECALLED : PowerState.EXPIRED;
        }
        var expires = note.expiresOn();
        if (expires != null && day.isAfter(expires)) {
            return PowerState.EXPIRED;
        }
        return day.isBefore(note.effectiveOn()) ? PowerState.NOT_YET : PowerState.IN_FORCE;
    }
}
