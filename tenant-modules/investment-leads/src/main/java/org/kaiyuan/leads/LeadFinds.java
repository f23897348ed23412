package org.kaiyuan.leads;

import java.util.List;

/**
 * What a search found, the best first.
 *
 * @param total of all that may be seen, not only these
 * @param degraded there is no search just now; PostgreSQL answered by how names and codes begin
 */
public record LeadFinds(List<LeadFind> items, long total, boolean degraded) {
    public LeadFinds {
        items = List.copyOf(items);
    }
}
