package org.kaiyuan.delegation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** What an entry must be to be kept at all, as a draft; what the law wants of it is {@link org.kaiyuan.delegation.domain.Checks}. */
final class EntryRules {
    private static final int LONGEST_BODY = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_SHORT = 200;
    private static final BigDecimal MOST = new BigDecimal("9999999999999999");

    private EntryRules() {}

    /**
     * @param batches numbers of the list's batches
     * @throws DelegationFieldsRefused with all that is wrong
     */
    static void check(PowerListKind kind, EntryNote note, Set<Integer> batches) {
        var faults = new ArrayList<FieldFault>();
        required(faults, "originalAuthority", note.originalAuthority());
        required(faults, "receivingBody", note.receivingBody());
        DelegationFieldsRefused.longer(
                faults, "originalAuthority", note.originalAuthority(), LONGEST_BODY);
        DelegationFieldsRefused.longer(faults, "receivingBody", note.receivingBody(), LONGEST_BODY);
        DelegationFieldsRefused.longer(faults, "subPark", note.subPark(), LONGEST_SHORT);
        DelegationFieldsRefused.longer(faults, "category", note.category(), LONGEST_SHORT);
        DelegationFieldsRefused.longer(
                faults, "conditions", note.scope().conditions(), LONGEST_TEXT);
        DelegationFieldsRefused.longer(faults, "remarks", note.remarks(), LONGEST_TEXT);
        DelegationFieldsRefused.longer(faults, "document", note.document().number(), LONGEST_SHORT);
        DelegationFieldsRefused.longer(faults, "issuer", note.document().issuer(), LONGEST_SHORT);
        DelegationFieldsRefused.longer(faults, "letter", note.letter().number(), LONGEST_SHORT);
        var most = note.scope().mostYuan();
        if (most != null && (most.signum() <= 0 || most.compareTo(MOST) > 0 || most.scale() != 2)) {
            faults.add(new FieldFault("mostYuan", "delegation.rule.amount", List.of()));
        }
        DelegationFieldsRefused.day(faults, "effectiveOn", note.effectiveOn());
        DelegationFieldsRefused.day(faults, "handoverOn", note.handoverOn());
        DelegationFieldsRefused.day(faults, "expiresOn", note.expiresOn());
        DelegationFieldsRefused.day(faults, "decidedOn", note.document().decidedOn());
        if (note.expiresOn() != null && note.expiresOn().isBefore(note.effectiveOn())) {
            faults.add(
                    new FieldFault(
                            "expiresOn",
                            "delegation.rule.expiresBefore",
                            List.of(note.effectiveOn())));
        }
        if (note.act() == EntryAct.GRANT && note.ends() != null) {
            faults.add(new FieldFault("ends", "delegation.rule.grantEnds", List.of()));
        }
        if (note.act() != EntryAct.GRANT && note.ends() == null) {
            faults.add(new FieldFault("ends", "delegation.rule.required", List.of()));
        }
        particulars(faults, kind, note.particulars(), batches);
        DelegationFieldsRefused.refuse(faults);
    }

    private static void particulars(
            List<FieldFault> faults,
            PowerListKind kind,
            EntryNote.Particulars more,
            Set<Integer> batches) {
        if (more.batch() != null && !batches.contains(more.batch())) {
            faults.add(new FieldFault("batch", "delegation.rule.noBatch", List.of(more.batch())));
        }
        if (more.batch() != null && more.area() == null) {
            faults.add(new FieldFault("area", "delegation.rule.required", List.of()));
        }
        var steps = new HashSet<DutyStep>();
        for (var duty : more.duties()) {
            if (!steps.add(duty.step())) {
                faults.add(new FieldFault("duties", "delegation.rule.stepTwice", List.of()));
            }
            DelegationFieldsRefused.longer(faults, "duties", duty.responsibility(), LONGEST_TEXT);
            DelegationFieldsRefused.longer(faults, "duties", duty.accountability(), LONGEST_TEXT);
        }
        if (more.shares().size() > 40) {
            faults.add(new FieldFault("shares", "delegation.rule.most", List.of(40)));
        }
        for (var share : more.shares()) {
            DelegationFieldsRefused.longer(faults, "shares", share.unit(), LONGEST_BODY);
        }
        if (!more.duties().isEmpty() && kind != PowerListKind.DUTIES) {
            faults.add(new FieldFault("duties", "delegation.rule.otherList", List.of()));
        }
        if (!more.shares().isEmpty() && kind != PowerListKind.BOUNDARIES) {
            faults.add(new FieldFault("shares", "delegation.rule.otherList", List.of()));
        }
    }

    private static void required(List<FieldFault> faults, String field, String text) {
        if (text.isEmpty()) {
            faults.add(new FieldFault(field, "delegation.rule.required", List.of()));
        }
    }
}
