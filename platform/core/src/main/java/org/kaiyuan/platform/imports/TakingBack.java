package org.kaiyuan.platform.imports;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantId;

/** How one module takes a whole import back. Each of these is done in the open transaction, in this order. */
public interface TakingBack {
    /** Waits for the import, undo or decision of this zone that writes now. */
    void alone(TenantId tenant);

    /** Nobody else changes what the import brought or changed until the commit. */
    void lock(UUID id);

    /** Also asked before all others, when somebody wants it taken back. */
    BuiltOn builtOn(UUID id);

    /**
     * Removes what it brought and puts back what it changed, with history.
     *
     * @param batch under which the touched records are noted
     * @return what a person is told of it, after the name of the file
     */
    List<Integer> takeBack(UUID id, String actor, String actorName, UUID batch);

    /** Announces the whole batch as one event. */
    void announce(TenantId tenant, UUID batch);

    /**
     * Records that somebody has changed, or worked on, since the import.
     *
     * @param names of the first of them, as far as they may be told
     */
    record BuiltOn(long count, List<String> names) {}
}
