package org.kaiyuan.platform.imports;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** 「导入已经完成，不能取消」 and its kin: the import is no longer, or not yet, where that can be done. */
public final class ImportRefused extends Refusal {
    /** @param messageKey of the module whose import it is, or {@code imports.refusal.…} */
    public ImportRefused(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
