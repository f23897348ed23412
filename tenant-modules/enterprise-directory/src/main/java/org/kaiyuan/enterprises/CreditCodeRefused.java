package org.kaiyuan.enterprises;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「“{0}”不是有效的统一社会信用代码…」 */
public final class CreditCodeRefused extends Refusal {
    private final String code;

    public CreditCodeRefused(String code) {
        super("enterprises.refusal.creditCode", code);
        this.code = code;
    }

    @Override
    public List<FieldFault> fields() {
        return List.of(new FieldFault("creditCode", messageKey(), List.of(code)));
    }
}
