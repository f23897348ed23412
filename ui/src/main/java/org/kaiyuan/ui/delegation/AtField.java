package org.kaiyuan.ui.delegation;

import java.util.List;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** A refusal that is about one thing of a form, told at the field that holds it. */
final class AtField {
    private AtField() {}

    static DelegationFieldsRefused of(String field, Refusal refused) {
        return new DelegationFieldsRefused(
                List.of(new FieldFault(field, refused.messageKey(), List.of(refused.arguments()))));
    }
}
