package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/**
 * What a park says of the power that it asks for. A draft may lack what sending it needs.
 *
 * @param matter of the park's catalogue, from which code and name come; null where it is named freely
 * @param originalAuthority who holds the power
 * @param cases how many cases a year it would have served; null where nobody counted
 * @param casesSaid which cases
 * @param readinessSaid how the park is prepared
 */
public record PowerRequestDraft(
        @Nullable MatterId matter,
        @Nullable String matterCode,
        String matterName,
        String originalAuthority,
        String reason,
        @Nullable Integer cases,
        @Nullable String casesSaid,
        @Nullable String readinessSaid) {
    private static final int LONGEST_CODE = 80;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_AUTHORITY = 200;
    private static final int LONGEST = 4000;
    private static final int MOST_CASES = 1_000_000;

    public PowerRequestDraft {
        matterCode = tidy(matterCode);
        matterName = matterName.strip();
        originalAuthority = originalAuthority.strip();
        reason = reason.strip();
        casesSaid = tidy(casesSaid);
        readinessSaid = tidy(readinessSaid);
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** As the other side is told. */
    PowerRequestDraft published() {
        return new PowerRequestDraft(
                null,
                matterCode,
                matterName,
                originalAuthority,
                reason,
                cases,
                casesSaid,
                readinessSaid);
    }

    PowerRequestDraft of(MatterId id, @Nullable String code, String name) {
        return new PowerRequestDraft(
                id, code, name, originalAuthority, reason, cases, casesSaid, readinessSaid);
    }

    /** @throws DelegationFieldsRefused with all that is wrong */
    void check() {
        var faults = new ArrayList<FieldFault>();
        if (matter == null && matterName.isEmpty()) {
            faults.add(new FieldFault("matterName", "delegation.rule.required", List.of()));
        }
        DelegationFieldsRefused.longer(faults, "matterCode", matterCode, LONGEST_CODE);
        DelegationFieldsRefused.longer(faults, "matterName", matterName, LONGEST_NAME);
        DelegationFieldsRefused.longer(
                faults, "originalAuthority", originalAuthority, LONGEST_AUTHORITY);
        DelegationFieldsRefused.longer(faults, "reason", reason, LONGEST);
        DelegationFieldsRefused.longer(faults, "casesSaid", casesSaid, LONGEST);
        DelegationFieldsRefused.longer(faults, "readinessSaid", readinessSaid, LONGEST);
        if (cases != null && (cases < 0 || cases > MOST_CASES)) {
            faults.add(new FieldFault("cases", "delegation.rule.between", List.of(0, MOST_CASES)));
        }
        DelegationFieldsRefused.refuse(faults);
    }

    /** @throws DelegationFieldsRefused with all that is missing for sending it */
    void checkWhole() {
        var faults = new ArrayList<FieldFault>();
        if (originalAuthority.isEmpty()) {
            faults.add(new FieldFault("originalAuthority", "delegation.rule.required", List.of()));
        }
        if (reason.isEmpty()) {
            faults.add(new FieldFault("reason", "delegation.rule.required", List.of()));
        }
        DelegationFieldsRefused.refuse(faults);
    }
}
