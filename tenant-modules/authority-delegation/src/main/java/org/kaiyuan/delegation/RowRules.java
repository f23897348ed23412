package org.kaiyuan.delegation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** Why a row that can be read still becomes no entry: told row by row, before anything is drafted. */
final class RowRules {
    private static final String LONGEST = "delegation.rule.longest";

    private RowRules() {}

    /**
     * @param key a message
     * @param values what stands in it
     */
    record Fault(String key, List<String> values) {}

    /**
     * The first thing that is wrong.
     *
     * @param matter as the row says it, null where it says none
     * @param note null where the row could not be read
     * @param batches numbers of the list's batches
     */
    static Optional<Fault> refusing(
            PowerListKind kind,
            @Nullable MatterDraft matter,
            @Nullable EntryNote note,
            Set<Integer> batches) {
        try {
            if (matter != null) {
                matter.check();
            }
            if (note != null) {
                EntryRules.check(kind, note, batches);
            }
            return Optional.empty();
        } catch (DelegationFieldsRefused refused) {
            return Optional.of(fault(refused.fields().getFirst()));
        }
    }

    private static Fault fault(FieldFault fault) {
        var values = fault.arguments().stream().map(String::valueOf).toList();
        // the one rule that does not say itself what it is about
        return fault.messageKey().equals(LONGEST)
                ? new Fault(
                        "delegation.import.fault.longest",
                        List.of(
                                values.getFirst(),
                                ListImportField.named(fault.field())
                                        .map(ListImportField::word)
                                        .orElse(fault.field())))
                : new Fault(fault.messageKey(), values);
    }
}
