package org.kaiyuan.platform.search;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;

/** Building an index anew from PostgreSQL while searches go on in the old one. */
public class Rebuild {
    private final IndexKeeper keeper;
    private final Rebuilds rebuilds;

    Rebuild(IndexKeeper keeper, Rebuilds rebuilds) {
        this.keeper = keeper;
        this.rebuilds = rebuilds;
    }

    /** The rooms that have an index. */
    @PreAuthorize("hasRole('" + SearchPermissions.REBUILD + "')")
    public List<String> words() {
        return keeper.words();
    }

    /**
     * Begins in the background.
     *
     * @throws RebuildRefused when one is running already, here or on another node
     */
    @PreAuthorize("hasRole('" + SearchPermissions.REBUILD + "')")
    public void start(String word) {
        keeper.rebuildSoon(word);
    }

    /** The running one stops within a second or so and leaves the old index in place. */
    @PreAuthorize("hasRole('" + SearchPermissions.REBUILD + "')")
    public void cancel(String word) {
        rebuilds.cancel(word);
    }

    /** The last one, running or ended. */
    @PreAuthorize("hasRole('" + SearchPermissions.REBUILD + "')")
    public Optional<RebuildProgress> progress(String word) {
        return rebuilds.last(word);
    }

    @PreAuthorize("hasRole('" + SearchPermissions.REBUILD + "')")
    public List<RebuildProgress> history(int limit) {
        return rebuilds.lastOnes(Math.clamp(limit, 1, 100));
    }
}
