package org.kaiyuan.platform.files;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个附件…」: there is none, it is another zone's, or it hangs on what the person may not see. */
public final class UnknownFile extends NotThere {
    public UnknownFile() {
        super("files.refusal.unknown");
    }
}
