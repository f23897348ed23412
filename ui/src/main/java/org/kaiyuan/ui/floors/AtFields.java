package org.kaiyuan.ui.floors;

import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.plots.FloorNumberTaken;
import org.kaiyuan.plots.LeaseRefused;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.UnitLeasedRefused;

/** Refusals that are about one thing of a form, told at the field that holds it. */
final class AtFields {
    private AtFields() {}

    /** @param other the field that conflicts of units or of the receipt are about */
    static void told(String other, SerializableRunnable act) {
        try {
            act.run();
        } catch (FloorNumberTaken taken) {
            throw at("number", taken);
        } catch (UnitLeasedRefused | LeaseRefused conflict) {
            throw at(other, conflict);
        } catch (PlotFieldsRefused refused) {
            throw new PlotFieldsRefused(
                    refused.fields().stream().map(AtFields::ofWholeField).toList());
        }
    }

    private static PlotFieldsRefused at(String field, Refusal refused) {
        return new PlotFieldsRefused(
                List.of(new FieldFault(field, refused.messageKey(), List.of(refused.arguments()))));
    }

    /** Of {@code floors[2].level} the field is {@code floors}. */
    private static FieldFault ofWholeField(FieldFault fault) {
        int bracket = fault.field().indexOf('[');
        return bracket < 0
                ? fault
                : new FieldFault(
                        fault.field().substring(0, bracket), fault.messageKey(), fault.arguments());
    }
}
