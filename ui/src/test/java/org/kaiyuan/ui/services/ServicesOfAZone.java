package org.kaiyuan.ui.services;

import java.util.List;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;

/** Notes of services for tests. */
final class ServicesOfAZone {
    private ServicesOfAZone() {}

    /** One that can be published. */
    static ServiceNote complete(ServiceTrack track, String title) {
        return with(
                ServiceDefaults.note(track, title),
                List.of(
                        new Material(
                                "m1", "营业执照", null, 0, 1, true, false, false, null, List.of(),
                                List.of())),
                form(),
                List.of());
    }

    static FormDefinition form() {
        return new FormDefinition(
                List.of(
                        new FormSection(
                                "申请信息",
                                null,
                                List.of(
                                        new FormField(
                                                "kind",
                                                FieldKind.CHOICE,
                                                "类别",
                                                null,
                                                null,
                                                true,
                                                null,
                                                List.of(
                                                        new Choice("a", "新建", null),
                                                        new Choice("b", "扩建", null)),
                                                null,
                                                null,
                                                null,
                                                List.of(),
                                                null,
                                                List.of()),
                                        FormField.of("area", FieldKind.NUMBER, "面积", false))),
                        new FormSection(
                                "补充信息",
                                null,
                                List.of(
                                        FormField.of(
                                                "remark", FieldKind.LONG_TEXT, "说明", false)))));
    }

    static ServiceNote with(
            ServiceNote note,
            List<Material> materials,
            FormDefinition form,
            List<ServiceId> parts) {
        return new ServiceNote(
                note.guide(),
                note.english(),
                note.grounds(),
                materials,
                note.kind(),
                note.statutoryDays(),
                note.promisedDays(),
                note.modes(),
                note.visits(),
                note.window(),
                List.of("工程建设"),
                form,
                note.procedure(),
                note.letters(),
                parts);
    }
}
