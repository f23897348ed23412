package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「这份文件已不在…」 */
public final class UnknownUpload extends NotThere {
    UnknownUpload() {
        super("plots.refusal.unknownUpload");
    }
}
