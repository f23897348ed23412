package org.kaiyuan.platform.access;

/** How far a permission reaches inside a zone; each reaches at least as far as the one before. */
public enum DataScope {
    /** Records that one owns oneself. */
    OWN,
    /** Records of one's team. */
    TEAM,
    /** Records of one's sub-park (一区多园). */
    SUB_PARK,
    /** All records of the zone. */
    ZONE;

    /** The wider of the two. */
    public DataScope or(DataScope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
