package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「暂不能变更为“{0}”：有{1}项未满足…」; each gate with its rule, source and the area at fault. */
public final class PlotGatesRefused extends Refusal {
    private final List<RefusedPlotGate> gates;

    private PlotGatesRefused(String key, List<RefusedPlotGate> gates, Object... arguments) {
        super(key, arguments);
        this.gates = List.copyOf(gates);
    }

    /** It may not become this. */
    public static PlotGatesRefused of(PlotState wanted, List<RefusedPlotGate> gates) {
        return new PlotGatesRefused("plots.refusal.gates", gates, wanted, gates.size());
    }

    /** It may not be used for anything else. */
    public static PlotGatesRefused ofUse(List<RefusedPlotGate> gates) {
        return new PlotGatesRefused("plots.refusal.gatesOfUse", gates, gates.size());
    }

    /** It may not have this border. */
    public static PlotGatesRefused ofBorder(List<RefusedPlotGate> gates) {
        return new PlotGatesRefused("plots.refusal.gatesOfBorder", gates, gates.size());
    }

    public List<RefusedPlotGate> gates() {
        return gates;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public List<BrokenRule> rules() {
        return gates.stream()
                .map(refused ->
                        new BrokenRule(
                                refused.gate().name(),
                                "plots.gate." + refused.gate(),
                                "plots.gate." + refused.gate() + ".source",
                                List.of()))
                .toList();
    }

    @Override
    public List<FieldFault> fields() {
        return gates.stream()
                .map(refused ->
                        new FieldFault(
                                "gate." + refused.gate(),
                                "plots.gate." + refused.gate() + ".area",
                                List.of(refused.areaM2())))
                .toList();
    }
}
