package org.kaiyuan.platform.rest;

/** The version of a record as an entity tag, so that nobody overwrites what they have not seen. */
public final class EntityTags {
    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an {@code If-Match} header names. A proxy that compresses may have weakened the
     * tag; that changes nothing here.
     *
     * @return -1, which no record has, for what is no version of ours
     */
    public static long version(String ifMatch) {
        var digits = ifMatch.replace("W/", "").replace("\"", "").strip();
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
    }
}
