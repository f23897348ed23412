package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 先租后让: whether what was agreed for the lease was kept, condition by condition.
 *
 * @param items at least one, at most 30
 * @param passed the verdict; only where every condition is met
 * @param evidence what shows it
 * @param files of the plot's files, at most 20
 */
public record LeaseCheckNote(
        LocalDate checkedOn,
        List<LeaseCheckItem> items,
        boolean passed,
        String evidence,
        List<UUID> files) {
    public LeaseCheckNote {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }
}
