package org.kaiyuan.platform.tenants;

/**
 * A tenant's sign.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}, as the content says
 */
@SuppressWarnings("ArrayRecordComponent") // as it comes from and goes to the database
public record Logo(String mediaType, byte[] content) {
    /** 256 kB. */
    public static final int MOST_BYTES = 256 * 1024;
}
