package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「有{0}处需要更正…」: fields are not as they must be. */
public final class PlotFieldsRefused extends Refusal {
    private final List<FieldFault> faults;

    public PlotFieldsRefused(List<FieldFault> faults) {
        super("plots.refusal.fields", faults.size());
        this.faults = List.copyOf(faults);
    }

    public PlotFieldsRefused(String field, String messageKey, Object... arguments) {
        this(List.of(new FieldFault(field, messageKey, List.of(arguments))));
    }

    @Override
    public List<FieldFault> fields() {
        return faults;
    }
}
