package org.kaiyuan.platform.audit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One link of a chain.
 *
 * @param fromXact it covers the lines of transactions from this one
 * @param toXact up to before this one
 * @param lines how many there were
 * @param digest of those lines in their order
 * @param previous the hash of the link before
 * @param signature over the hash, with the installation's key, which the database does not know
 */
record Seal(
        long zone,
        long number,
        long fromXact,
        long toXact,
        long lines,
        Instant lastAt,
        byte[] digest,
        byte[] previous,
        byte[] hash,
        byte[] signature,
        Instant sealedAt) {
    static final String COLUMNS =
            "tenant_id, number, from_xact, to_xact, lines, last_at, digest, previous, hash, signature, sealed_at";

    /** What the first link of a chain follows. */
    static final byte[] BEGINNING = new byte[32];

    static Seal of(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("tenant_id"),
                row.getLong("number"),
                row.getLong("from_xact"),
                row.getLong("to_xact"),
                row.getLong("lines"),
                row.getTimestamp("last_at").toInstant(),
                row.getBytes("digest"),
                row.getBytes("previous"),
                row.getBytes("hash"),
                row.getBytes("signature"),
                row.getTimestamp("sealed_at").toInstant());
    }

    /** Everything that the link says, in one. */
    static byte[] hash(
            long zone,
            long number,
            long fromXact,
            long toXact,
            long lines,
            Instant lastAt,
            byte[] digest,
            byte[] previous,
            Instant sealedAt) {
        var bytes =
                ByteBuffer.allocate(7 * 8 + 64)
                        .putLong(zone)
                        .putLong(number)
                        .putLong(fromXact)
                        .putLong(toXact)
                        .putLong(lines)
                        .putLong(micros(lastAt))
                        .putLong(micros(sealedAt))
                        .put(digest)
                        .put(previous)
                        .array();
        return LineDigest.sha256().digest(bytes);
    }

    boolean saysItsHash() {
        return Arrays.equals(
                hash,
                hash(zone, number, fromXact, toXact, lines, lastAt, digest, previous, sealedAt));
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
