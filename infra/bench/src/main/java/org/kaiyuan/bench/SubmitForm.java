package org.kaiyuan.bench;

import java.util.List;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;

/** A service that asks for one field and one paper. */
final class SubmitForm {
    private SubmitForm() {}

    static ServiceNote note(String material) {
        var usual = ServiceDefaults.note(ServiceTrack.PARK, "基准申报");
        return new ServiceNote(
                usual.guide(),
                null,
                List.of(),
                List.of(
                        new Material(
                                material, "图纸", null, 0, 1, true, false, false, null, List.of(),
                                List.of())),
                usual.kind(),
                usual.statutoryDays(),
                usual.promisedDays(),
                usual.modes(),
                usual.visits(),
                null,
                List.of(),
                new FormDefinition(
                        List.of(
                                new FormSection(
                                        "项目",
                                        null,
                                        List.of(
                                                FormField.of(
                                                        "project",
                                                        FieldKind.TEXT,
                                                        "项目名称",
                                                        true))))),
                usual.procedure(),
                List.of(),
                List.of());
    }
}
