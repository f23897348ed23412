package org.kaiyuan.enterprises;

import java.util.UUID;
import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这次导入」: there is none of that id, or it is another zone's. */
public final class UnknownImport extends NotThere {
    public UnknownImport(UUID id) {
        super("enterprises.refusal.unknownImport", id.toString());
    }
}
