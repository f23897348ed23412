package org.kaiyuan.platform.persistence;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Time-ordered ids (RFC 9562, version 7): new rows lie beside each other in an index, and an id can be
 * made without asking the database.
 *
 * <p>Within one process ids never go back: within a millisecond the 12 bits after the time count up.
 */
public final class UuidV7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastTimeAndCount;

    private UuidV7() {}

    public static UUID next() {
        long timeAndCount = nextTimeAndCount(System.currentTimeMillis());
        long millis = timeAndCount >>> 12;
        long most = (millis << 16) | 0x7000L | (timeAndCount & 0xFFF);
        long least = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    private static synchronized long nextTimeAndCount(long now) {
        lastTimeAndCount = Math.max(now << 12, lastTimeAndCount + 1);
        return lastTimeAndCount;
    }
}
