package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** 「有{0}处需要更正…」: fields are not as they must be. */
public final class DelegationFieldsRefused extends Refusal {
    /** Nobody decreed before it. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final transient List<FieldFault> faults;

    public DelegationFieldsRefused(List<FieldFault> faults) {
        super("delegation.refusal.fields", faults.size());
        this.faults = List.copyOf(faults);
    }

    public DelegationFieldsRefused(String field, String messageKey, Object... arguments) {
        this(List.of(new FieldFault(field, messageKey, List.of(arguments))));
    }

    @Override
    public List<FieldFault> fields() {
        return faults;
    }

    static void longer(List<FieldFault> faults, String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            faults.add(new FieldFault(field, "delegation.rule.longest", List.of(most)));
        }
    }

    static void day(List<FieldFault> faults, String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            faults.add(
                    new FieldFault(field, "delegation.rule.between", List.of(FIRST_DAY, LAST_DAY)));
        }
    }

    static void refuse(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw new DelegationFieldsRefused(faults);
        }
    }
}
