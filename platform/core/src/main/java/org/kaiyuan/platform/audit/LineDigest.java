package org.kaiyuan.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fingerprint of lines in their order: every field with its length before it, so that none runs into the next. */
final class LineDigest {
    /** In this order, and the lines by {@code xact, id}. */
    static final String COLUMNS =
            "id, xact, subject_kind, subject_id, (extract(epoch from at) * 1000000)::bigint as micros, actor,"
                    + " actor_name, came_from, address, act, field, before, after";

    private static final int NOTHING = -1;
    private final MessageDigest digest = sha256();
    private long lines;

    void add(ResultSet row) throws SQLException {
        lines++;
        add(row.getObject("id", UUID.class));
        add(row.getLong("xact"));
        add(row.getString("subject_kind"));
        add(row.getObject("subject_id", UUID.class));
        add(row.getLong("micros"));
        add(row.getString("actor"));
        add(row.getString("actor_name"));
        add(row.getString("came_from")); // a number, or nothing
        add(row.getString("address"));
        add(row.getString("act"));
        add(row.getString("field"));
        add(row.getString("before"));
        add(row.getString("after"));
    }

    long lines() {
        return lines;
    }

    /** Begins anew afterwards. */
    byte[] finish() {
        lines = 0;
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(UUID id) {
        digest.update(
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    private void add(long number) {
        digest.update(ByteBuffer.allocate(8).putLong(number).array());
    }

    private void add(@Nullable String text) {
        if (text == null) {
            digest.update(ByteBuffer.allocate(4).putInt(NOTHING).array());
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
