package org.kaiyuan.enterprises;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「请填写查看联系方式的用途…」 */
public final class UnmaskingRefused extends Refusal {
    public UnmaskingRefused() {
        super("enterprises.refusal.purpose");
    }

    @Override
    public List<FieldFault> fields() {
        return List.of(new FieldFault("purpose", "enterprises.refusal.purpose", List.of()));
    }
}
