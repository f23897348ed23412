package org.kaiyuan.ui.services;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.Comparison;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.LegalGround;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;

/** A service of a park, with a form, papers and all that a guide tells, for tests of pages. */
public final class PortalServiceFixture {
    public static final String PROJECT = "project";
    public static final String AMOUNT = "amount";
    public static final String PHOTOS = "photos";
    public static final String PLAN = "plan";
    public static final String LEDGER = "ledger";

    private PortalServiceFixture() {}

    /** Published; to be called as somebody who may edit services. */
    public static ServiceId published(ServiceKeeping keeping, String title) {
        var id = keeping.begin(null, ServiceTrack.PARK, null, note(title));
        keeping.publish(id, 1);
        return id;
    }

    public static ServiceNote note(String title) {
        return new ServiceNote(
                new GuideText(
                        title,
                        "园区内注册的独立法人企业",
                        "一、在园区注册满一年；\n二、近三年没有重大违法记录。",
                        "在线提交，园区审查后公示。",
                        null,
                        "资金拨付通知",
                        "企业服务窗口"),
                new GuideText(
                        "Support for technical renewal " + title.hashCode(),
                        "Enterprises registered in the park",
                        "Registered for a year.",
                        "Hand in online.",
                        null,
                        "A notice of payment",
                        "The service desk"),
                List.of(new LegalGround("园区产业扶持资金管理办法", "第八条")),
                List.of(
                        material(PLAN, "项目实施方案", "Project plan", true, false),
                        material(LEDGER, "设备购置发票清单", "List of invoices", true, true),
                        held()),
                ServiceKind.COMMITTED,
                null,
                10,
                Set.of(HandlingMode.DEFERRAL, HandlingMode.PLEDGE),
                0,
                null,
                List.of("政策资金"),
                form(),
                ServiceDefaults.procedure(ServiceTrack.PARK, 10),
                ServiceDefaults.letters(ServiceTrack.PARK),
                List.of());
    }

    private static FormDefinition form() {
        var kind =
                new FormField(
                        "kind",
                        FieldKind.CHOICE,
                        "项目类型",
                        "Kind of project",
                        null,
                        true,
                        null,
                        List.of(
                                new Choice("renewal", "技术改造", "Renewal"),
                                new Choice("research", "研发", "Research")),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of());
        var patents =
                new FormField(
                        "patents",
                        FieldKind.NUMBER,
                        "专利数",
                        "Patents",
                        null,
                        false,
                        "件",
                        List.of(),
                        BigDecimal.ZERO,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(new Condition("kind", Comparison.IS, List.of("research"))));
        return new FormDefinition(
                List.of(
                        new FormSection(
                                "项目情况",
                                "Project",
                                List.of(
                                        FormField.of(PROJECT, FieldKind.TEXT, "项目名称", true),
                                        kind,
                                        patents,
                                        FormField.of(AMOUNT, FieldKind.MONEY, "申请金额", true),
                                        FormField.of(PHOTOS, FieldKind.FILE, "现场照片", false)))));
    }

    private static Material material(
            String key, String name, String english, boolean required, boolean deferrable) {
        return new Material(
                key, name, english, 1, 0, required, deferrable, false, null, List.of(), List.of());
    }

    private static Material held() {
        return new Material(
                "licence",
                "营业执照",
                "Business licence",
                0,
                1,
                true,
                false,
                true,
                null,
                List.of(),
                List.of());
    }
}
