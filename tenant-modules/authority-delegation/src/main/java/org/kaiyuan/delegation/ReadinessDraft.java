package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/**
 * What is said of the readiness for a power, as a whole.
 *
 * @param owner sign-in name of a colleague; null for nobody
 * @param lines those that are not named are open
 */
public record ReadinessDraft(
        @Nullable String owner, @Nullable LocalDate dueOn, List<ReadinessLine> lines) {
    private static final int LONGEST_REMARK = 500;

    public ReadinessDraft {
        owner = owner == null || owner.isBlank() ? null : owner.strip();
        lines = List.copyOf(lines);
    }

    /**
     * All six in their order.
     *
     * @throws DelegationFieldsRefused with all that is wrong
     */
    List<ReadinessLine> checked(LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        Map<ReadinessItem, ReadinessLine> said = new EnumMap<>(ReadinessItem.class);
        for (var line : lines) {
            var field = line.item().name();
            if (said.put(line.item(), line) != null) {
                faults.add(new FieldFault(field, "delegation.use.rule.itemTwice", List.of()));
            }
            DelegationFieldsRefused.longer(faults, field, line.remark(), LONGEST_REMARK);
            boolean done = line.state() == ReadinessItemState.DONE;
            if (done && line.doneOn() == null) {
                faults.add(new FieldFault(field, "delegation.use.rule.doneOn", List.of()));
            }
            if (!done && line.doneOn() != null) {
                faults.add(new FieldFault(field, "delegation.use.rule.notDone", List.of()));
            }
            if (line.doneOn() != null && line.doneOn().isAfter(today)) {
                faults.add(new FieldFault(field, "delegation.use.rule.future", List.of()));
            }
        }
        DelegationFieldsRefused.refuse(faults);
        return Arrays.stream(ReadinessItem.values())
                .map(item -> said.getOrDefault(item, ReadinessLine.open(item)))
                .toList();
    }
}
