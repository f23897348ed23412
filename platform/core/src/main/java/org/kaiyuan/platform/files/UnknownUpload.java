package org.kaiyuan.platform.files;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这次上传…」: there is none, its time is over, or somebody else began it. */
public final class UnknownUpload extends NotThere {
    public UnknownUpload() {
        super("files.refusal.upload");
    }
}
