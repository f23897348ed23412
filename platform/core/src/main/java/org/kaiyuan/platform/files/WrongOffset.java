package org.kaiyuan.platform.files;

import org.kaiyuan.platform.refusal.Refusal;

/** 「已收到前 {0} 字节，请从那里继续」: the piece does not follow what is there, or something is still missing. */
public final class WrongOffset extends Refusal {
    private final long received;

    WrongOffset(long received) {
        super("files.refusal.offset", received);
        this.received = received;
    }

    /** How many bytes are there: where to go on. */
    public long received() {
        return received;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
