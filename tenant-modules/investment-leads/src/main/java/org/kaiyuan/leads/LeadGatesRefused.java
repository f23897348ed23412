package org.kaiyuan.leads;

import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** 「暂不能进入“{0}”:有{1}项未满足」; each gate with its rule and source. */
public final class LeadGatesRefused extends Refusal {
    private final LeadStage wanted;
    private final List<RefusedGate> gates;

    public LeadGatesRefused(LeadStage wanted, List<RefusedGate> gates) {
        super("leads.refusal.gates", wanted, gates.size());
        this.wanted = wanted;
        this.gates = List.copyOf(gates);
    }

    public LeadStage wanted() {
        return wanted;
    }

    public List<RefusedGate> gates() {
        return gates;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    /** Each gate with what it asks for, where that is written, and the fields that are missing. */
    @Override
    public List<BrokenRule> rules() {
        return gates.stream()
                .map(refused ->
                        new BrokenRule(
                                refused.gate().name(),
                                "leads.gate." + refused.gate(),
                                "leads.gate." + refused.gate() + ".source",
                                refused.missing()))
                .toList();
    }

    /** One for every field that is missing, and one for every gate that needs no field. */
    @Override
    public List<FieldFault> fields() {
        var faults = new ArrayList<FieldFault>();
        for (var refused : gates) {
            var key = "leads.gate." + refused.gate();
            if (refused.missing().isEmpty()) {
                faults.add(new FieldFault("gate." + refused.gate(), key, List.of()));
            }
            for (var field : refused.missing()) {
                faults.add(new FieldFault(field, key, List.of()));
            }
        }
        return faults;
    }
}
