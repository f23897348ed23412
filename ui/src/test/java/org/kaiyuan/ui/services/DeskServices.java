package org.kaiyuan.ui.services;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.services.Applicant;
import org.kaiyuan.services.CaseCounter;
import org.kaiyuan.services.CounterNote;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.LegalGround;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.Prefill;
import org.kaiyuan.services.Procedure;
import org.kaiyuan.services.Receipt;
import org.kaiyuan.services.ReviewSeat;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;

/** Services that desks are tried with, and cases of them. */
public final class DeskServices {
    public static final String PURPOSE = "purpose";
    public static final String LICENCE = "licence";
    public static final String PLAN = "plan";
    public static final String FIRM = "德阳精工数控机床制造有限公司";

    private DeskServices() {}

    /** One of the park's own with two seats; to be called as somebody who may edit services. */
    public static ServiceId published(ServiceKeeping keeping, String title) {
        var id = keeping.begin(null, ServiceTrack.PARK, null, note(title));
        keeping.publish(id, 1);
        return id;
    }

    public static ServiceId ticket(ServiceKeeping keeping, String title) {
        var id =
                keeping.begin(
                        null,
                        ServiceTrack.TICKET,
                        null,
                        ServiceDefaults.note(ServiceTrack.TICKET, title));
        keeping.publish(id, 1);
        return id;
    }

    static ServiceNote note(String title) {
        var steps = ServiceDefaults.procedure(ServiceTrack.PARK, 10).steps();
        return new ServiceNote(
                new GuideText(
                        title,
                        "园区内注册的独立法人企业",
                        "在园区注册满一年",
                        "在线或者到窗口提交，园区审查后公示。",
                        null,
                        "资金拨付通知",
                        "企业服务窗口"),
                null,
                List.of(new LegalGround("园区产业扶持资金管理办法", "第八条")),
                List.of(
                        material(LICENCE, "营业执照", true, false),
                        material(PLAN, "项目实施方案", true, true)),
                ServiceKind.COMMITTED,
                20,
                10,
                Set.of(HandlingMode.DEFERRAL, HandlingMode.JOINT),
                1,
                "综合窗口",
                List.of("政策资金"),
                new FormDefinition(
                        List.of(
                                new FormSection(
                                        "基本信息",
                                        null,
                                        List.of(
                                                name(),
                                                FormField.of(
                                                        PURPOSE, FieldKind.TEXT, "用途", true))))),
                new Procedure(
                        steps,
                        List.of(
                                new ReviewSeat("economy", "经济发展局", null, 3),
                                new ReviewSeat("finance", "财政局", null, 5))),
                ServiceDefaults.letters(ServiceTrack.PARK),
                List.of());
    }

    private static FormField name() {
        return new FormField(
                "name",
                FieldKind.TEXT,
                "单位名称",
                null,
                null,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                Prefill.ENTERPRISE_NAME,
                List.of());
    }

    private static Material material(
            String key, String name, boolean required, boolean deferrable) {
        return new Material(
                key, name, null, 1, 1, required, deferrable, false, null, List.of(), List.of());
    }

    /** With all papers on the desk. */
    public static Receipt takenIn(CaseCounter counter, ServiceId service, String firm) {
        return takenIn(counter, service, firm, Set.of(LICENCE, PLAN));
    }

    public static Receipt takenIn(
            CaseCounter counter, ServiceId service, String firm, Set<String> held) {
        return counter.takeIn(
                new CounterNote(
                        service,
                        null,
                        firm,
                        null,
                        new Applicant("王芳", "13800001234"),
                        new FormAnswers(Map.of(PURPOSE, List.of("扩建厂房")), Map.of()),
                        false,
                        held.contains(PLAN) ? Set.of() : Set.of(PLAN),
                        held),
                UUID.randomUUID());
    }
}
