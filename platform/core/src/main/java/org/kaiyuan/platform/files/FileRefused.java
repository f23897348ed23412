package org.kaiyuan.platform.files;

import org.kaiyuan.platform.refusal.Refusal;

/** 「不支持 .{0} 文件…」 and its kin: the file is not taken. */
public final class FileRefused extends Refusal {
    private final Kind kind;

    FileRefused(Kind kind, String messageKey, Object... arguments) {
        super(messageKey, arguments);
        this.kind = kind;
    }

    FileRefused(String messageKey, Object... arguments) {
        this(Kind.INVALID, messageKey, arguments);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
