package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/**
 * What is answered at one step.
 *
 * @param body who answers, such as 市委编办
 * @param said may be left out where it is agreed
 * @param document 文号 of the paper that says so
 * @param grantedOn of a government that agrees the day of the grant; null for the day of the answer
 */
public record PowerAnswerNote(
        AnswerOutcome outcome,
        String body,
        @Nullable String said,
        @Nullable String document,
        LocalDate answeredOn,
        @Nullable LocalDate grantedOn) {
    private static final int LONGEST_BODY = 200;
    private static final int LONGEST_DOCUMENT = 120;
    private static final int LONGEST = 4000;

    public PowerAnswerNote {
        body = body.strip();
        said = said == null || said.isBlank() ? null : said.strip();
        document = document == null || document.isBlank() ? null : document.strip();
    }

    /** @throws DelegationFieldsRefused with all that is wrong */
    void check(AnswerStep step, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        if (body.isEmpty()) {
            faults.add(new FieldFault("body", "delegation.rule.required", List.of()));
        }
        if (said == null && outcome != AnswerOutcome.AGREED) {
            faults.add(new FieldFault("said", "delegation.use.rule.why", List.of()));
        }
        DelegationFieldsRefused.longer(faults, "body", body, LONGEST_BODY);
        DelegationFieldsRefused.longer(faults, "said", said, LONGEST);
        DelegationFieldsRefused.longer(faults, "document", document, LONGEST_DOCUMENT);
        if (answeredOn.isAfter(today)) {
            faults.add(new FieldFault("answeredOn", "delegation.use.rule.future", List.of()));
        }
        if (grantedOn != null && (step != AnswerStep.GOVERNMENT || !outcome.goesOn())) {
            faults.add(new FieldFault("grantedOn", "delegation.use.rule.notGranted", List.of()));
        }
        DelegationFieldsRefused.refuse(faults);
    }
}
