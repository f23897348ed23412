package org.kaiyuan.platform.records;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One kind of record; the module that owns it declares it as a bean. */
public interface RecordKind {
    /** {@code word.thing}, such as {@code enterprises.enterprise}; stored. */
    String kind();

    /** Whether there is one of that id that whoever acts may see. Not there and not allowed are one answer. */
    boolean mayRead(UUID id);

    /** Whether whoever acts may change it, and so hang something on it; asked only where they may read. */
    boolean mayChange(UUID id);

    /**
     * Whether its comments and its history are for whoever acts; asked only where they may read. Not so where somebody from
     * outside reads a record and its files, and not what the park says of it among itself.
     */
    default boolean mayDiscuss(UUID id) {
        return true;
    }

    /**
     * Whether it is still there, and stays until the transaction ends: who deletes it, or makes it one with
     * another, waits, and then finds what was hung on it meanwhile.
     */
    boolean hold(UUID id);

    /** Those that became one with it; what happened to them is told with what happened to it. */
    default List<UUID> absorbed(UUID id) {
        return List.of();
    }

    /** What people call it; asked only where they may read. */
    String title(UUID id);

    /** Path of its page, such as {@code /enterprises/…}. */
    String link(UUID id);

    /** The permissions, such as {@code enterprises:read}, of which a person needs one to read any of this kind. */
    Set<String> readableWith();
}
