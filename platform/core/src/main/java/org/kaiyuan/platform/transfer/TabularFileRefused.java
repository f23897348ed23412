package org.kaiyuan.platform.transfer;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** 「文件无法识别」 and its kin: the file cannot be read as a table. */
public final class TabularFileRefused extends Refusal {
    private final TabularFault fault;

    public TabularFileRefused(TabularFault fault, @Nullable Object... arguments) {
        super("transfer.refusal." + fault.key, arguments);
        this.fault = fault;
    }

    public TabularFault fault() {
        return fault;
    }

    @Override
    public Kind kind() {
        return fault.kind;
    }
}
