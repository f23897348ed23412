package org.kaiyuan.enterprises;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「统一社会信用代码 {0} 已登记在“{1}”名下…」 */
public final class CreditCodeTaken extends Refusal {
    private final String code;

    public CreditCodeTaken(String code, String holder) {
        super("enterprises.refusal.creditCodeTaken", code, holder);
        this.code = code;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public List<FieldFault> fields() {
        return List.of(
                new FieldFault(
                        "creditCode", "enterprises.refusal.creditCodeTaken.field", List.of(code)));
    }
}
