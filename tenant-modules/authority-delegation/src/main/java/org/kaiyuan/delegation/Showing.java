package org.kaiyuan.delegation;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the zone has decided about showing its lists to the public.
 *
 * @param lists which; null for all that are published, and those to come
 * @param changedAt null while nobody decided anything
 * @param version a change names the one that it is based on; 0 while nobody decided anything
 */
public record Showing(
        boolean shown,
        @Nullable Set<ListId> lists,
        @Nullable Instant changedAt,
        @Nullable String changedName,
        long version) {
    /** Nothing is shown: how every zone begins. */
    public static final Showing NOTHING = new Showing(false, null, null, null, 0);

    /** Whether this list is shown once it is published. */
    public boolean shows(ListId list) {
        return shown && (lists == null || lists.contains(list));
    }
}
