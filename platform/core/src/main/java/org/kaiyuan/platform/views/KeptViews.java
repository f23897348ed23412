package org.kaiyuan.platform.views;

import java.util.List;
import java.util.UUID;

/** The views of one module, as whoever is signed in may see and change them. */
public interface KeptViews<Q> {
    /** One's own, then those that colleagues share, each by name; at most 200. */
    List<SavedView<Q>> list();

    /**
     * One of one's own, or one that a colleague shares.
     *
     * @throws UnknownView when one may see no such view
     */
    SavedView<Q> get(UUID id);

    /**
     * Keeps the question; one of one's own that has the name already becomes this one.
     *
     * @throws ViewRefused when the name is empty or too long, or there are too many
     */
    UUID save(String name, Q question, boolean shared);

    /**
     * Changes one of one's own: its name, what it asks, who sees it.
     *
     * @throws UnknownView when one has no such view
     * @throws ViewNameTaken when another of one's own has the name
     * @throws ViewRefused when the name is empty or too long
     */
    void revise(UUID id, String name, Q question, boolean shared);

    /**
     * Throws one of one's own away.
     *
     * @throws UnknownView when one has no such view
     */
    void remove(UUID id);
}
