package org.kaiyuan.platform.files.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * Where the bytes of one file lie. Made by us alone; nothing that a person typed is in it.
 *
 * @param day on which they were brought, in UTC: what has no row is looked for day by day
 */
public record StorageKey(TenantId tenant, LocalDate day, UUID id) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{1,19})/(\\d{4}-\\d{2}-\\d{2})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    public static StorageKey of(TenantId tenant, UUID id, Instant at) {
        return new StorageKey(tenant, at.atZone(ZoneOffset.UTC).toLocalDate(), id);
    }

    /** @throws IllegalArgumentException when it is none of ours */
    public static StorageKey parse(String path) {
        var parts = FORM.matcher(path);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not the key of a file: " + path);
        }
        return new StorageKey(
                new TenantId(Long.parseLong(parts.group(1))),
                LocalDate.parse(parts.group(2)),
                UUID.fromString(parts.group(3)));
    }

    /** {@code <tenant>/<day>/<id>}. */
    public String path() {
        return folder(tenant, day) + id;
    }

    static String folder(TenantId tenant, LocalDate day) {
        return tenant + "/" + day + "/";
    }

    @Override
    public String toString() {
        return path();
    }
}
