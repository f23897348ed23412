package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/**
 * A case as somebody enters it.
 *
 * @param reference its number
 * @param dueOn until when it has to be decided; null where nothing says so
 * @param decidedOn null while it is open; then it has no outcome
 */
public record DecisionDraft(
        String reference,
        @Nullable String applicant,
        LocalDate acceptedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate decidedOn,
        @Nullable DecisionOutcome outcome) {
    private static final int LONGEST_REFERENCE = 120;
    private static final int LONGEST_APPLICANT = 200;

    public DecisionDraft {
        reference = reference.strip();
        applicant = applicant == null || applicant.isBlank() ? null : applicant.strip();
    }

    /** @throws DelegationFieldsRefused with all that is wrong */
    void check(LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        if (reference.isEmpty()) {
            faults.add(new FieldFault("reference", "delegation.rule.required", List.of()));
        }
        DelegationFieldsRefused.longer(faults, "reference", reference, LONGEST_REFERENCE);
        DelegationFieldsRefused.longer(faults, "applicant", applicant, LONGEST_APPLICANT);
        notLater(faults, "acceptedOn", acceptedOn, today);
        if (dueOn != null && dueOn.isBefore(acceptedOn)) {
            faults.add(
                    new FieldFault(
                            "dueOn", "delegation.use.rule.beforeAccepted", List.of(acceptedOn)));
        }
        if (decidedOn != null) {
            notLater(faults, "decidedOn", decidedOn, today);
            if (decidedOn.isBefore(acceptedOn)) {
                faults.add(
                        new FieldFault(
                                "decidedOn",
                                "delegation.use.rule.beforeAccepted",
                                List.of(acceptedOn)));
            }
        }
        if ((decidedOn == null) != (outcome == null)) {
            faults.add(
                    new FieldFault(
                            decidedOn == null ? "decidedOn" : "outcome",
                            "delegation.rule.required",
                            List.of()));
        }
        DelegationFieldsRefused.refuse(faults);
    }

    private static void notLater(
            List<FieldFault> faults, String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            faults.add(new FieldFault(field, "delegation.use.rule.future", List.of()));
        }
    }
}
