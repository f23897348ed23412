package org.kaiyuan.platform.access;

/**
 * Records of a module that somebody owns; each module that has such declares one as a bean, so that what a
 * leaver owns can be handed over as a whole.
 */
public interface OwnedByPeople {
    /** Message key of what these records are called, such as {@code leads.owned}. */
    String nameKey();

    /** How many of the current zone's records the person owns. */
    long countOwnedBy(String username);

    /** Gives all of them to the successor, in the transaction that is open; a statement or two, no loop. */
    long handOver(String from, String to);
}
