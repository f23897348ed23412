package org.kaiyuan.leads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/**
 * What is entered of a fair.
 *
 * @param name 1 to 100 characters
 * @param heldOn the first day
 * @param endedOn the last day; null where it took one day
 */
public record FairDraft(
        @Nullable String name,
        @Nullable String place,
        @Nullable LocalDate heldOn,
        @Nullable LocalDate endedOn) {
    public FairDraft {
        name = name == null ? null : name.replace("\u0000", "").strip();
        place = place == null || place.isBlank() ? null : place.replace("\u0000", "").strip();
    }

    /** @throws LeadFieldsRefused when a field is not as it must be */
    Fair checked(FairId id, long version) {
        var faults = new ArrayList<FieldFault>();
        if (name == null || name.isEmpty()) {
            faults.add(new FieldFault("name", "leads.rule.required", List.of()));
        } else if (name.length() > 100) {
            faults.add(new FieldFault("name", "leads.rule.tooLong", List.of(100)));
        }
        if (place != null && place.length() > 100) {
            faults.add(new FieldFault("place", "leads.rule.tooLong", List.of(100)));
        }
        if (heldOn == null) {
            faults.add(new FieldFault("heldOn", "leads.rule.required", List.of()));
        } else if (outOfBounds(heldOn)) {
            faults.add(new FieldFault("heldOn", "leads.rule.day", List.of()));
        }
        if (endedOn != null && outOfBounds(endedOn)) {
            faults.add(new FieldFault("endedOn", "leads.rule.day", List.of()));
        } else if (endedOn != null && heldOn != null && endedOn.isBefore(heldOn)) {
            faults.add(new FieldFault("endedOn", "leads.rule.fairEnds", List.of()));
        }
        if (!faults.isEmpty() || name == null || heldOn == null) {
            throw new LeadFieldsRefused(faults);
        }
        return new Fair(id, version, name, place, heldOn, endedOn);
    }

    private static boolean outOfBounds(LocalDate day) {
        return day.getYear() < 1990 || day.getYear() > 2100;
    }
}
