package org.kaiyuan.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.LegalGround;
import org.kaiyuan.services.Procedure;
import org.kaiyuan.services.ReviewSeat;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;

/** Services of a zone: real matters and the park's own, with made-up guides, forms and promised days. */
final class ServiceStories {
    /** What 一件事 bundles. */
    private static final List<String> PARTS = List.of("GC-01", "GC-04", "GC-05");

    /**
     * A service.
     *
     * @param matter code in the catalogue of powers; null for the park's own
     */
    record DemoService(
            ServiceId id,
            String code,
            ServiceTrack track,
            @Nullable String matter,
            ServiceNote note) {}

    private ServiceStories() {}

    /** Bundles last, after their parts. */
    static List<DemoService> of(String zone) {
        Map<String, DemoService> all = new LinkedHashMap<>();
        var forms = new ServiceForms();
        for (var row : SeedFile.read("services.csv").rows()) {
            var parts =
                    row.get("track").equals("BUNDLE")
                            ? all.values().stream()
                                    .filter(one -> PARTS.contains(one.code()))
                                    .map(DemoService::id)
                                    .toList()
                            : List.<ServiceId>of();
            all.put(row.get("code"), service(zone, row, parts, forms));
        }
        return List.copyOf(all.values());
    }

    private static DemoService service(
            String zone, SeedFile.Row row, List<ServiceId> parts, ServiceForms forms) {
        var track = ServiceTrack.valueOf(row.get("track"));
        Set<HandlingMode> modes = EnumSet.noneOf(HandlingMode.class);
        row.list("modes").forEach(mode -> modes.add(HandlingMode.valueOf(mode)));
        int promised = Integer.parseInt(row.get("promised"));
        var statutory =
                row.get("statutory").isEmpty() ? null : Integer.valueOf(row.get("statutory"));
        var grounds = new ArrayList<LegalGround>();
        if (!row.get("law").isEmpty()) {
            grounds.add(new LegalGround("《" + row.get("law") + "》", row.get("article")));
        }
        var note =
                new ServiceNote(
                        guide(zone, row, track),
                        english(zone, row),
                        grounds,
                        forms.papers(row.get("papers"), modes.contains(HandlingMode.DEFERRAL)),
                        ServiceKind.valueOf(row.get("kind")),
                        statutory,
                        promised,
                        modes,
                        track == ServiceTrack.STATUTORY && !modes.contains(HandlingMode.PLEDGE)
                                ? 1
                                : 0,
                        zone + "企业服务中心综合窗口",
                        row.list("topics"),
                        forms.form(row.get("form")),
                        procedure(track, promised, modes),
                        List.of(),
                        parts);
        return new DemoService(
                new ServiceId(
                        UUID.nameUUIDFromBytes(
                                (zone + row.get("code"))
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                row.get("code"),
                track,
                row.get("matter").isEmpty() ? null : row.get("matter"),
                note);
    }

    private static GuideText guide(String zone, SeedFile.Row row, ServiceTrack track) {
        var process =
                switch (track) {
                    case STATUTORY -> "网上或者窗口提交申请；预审；五个工作日内告知是否受理或者一次性告知补正；审查；作出决定；送达。";
                    case PARK -> "网上或者窗口提交申请；受理；审核；答复或者决定；送达。";
                    case TICKET -> "提交后分派给责任部门或者运营公司，处理完毕后答复。";
                    case BUNDLE -> "一张表单、一套材料提交，各有关事项同时办理，全部办结后一并送达。";
                };
        return new GuideText(
                row.get("title"),
                zone + "内的企业和项目单位",
                row.get("need") + "。",
                process,
                "不收费",
                row.get("result"),
                zone + "企业服务中心（演示数据，不设电话）");
    }

    private static GuideText english(String zone, SeedFile.Row row) {
        return new GuideText(
                row.get("english"),
                "Enterprises of " + zone,
                null,
                "Apply online or at the counter; you are told within five working days whether your application is accepted.",
                "Free of charge",
                null,
                "Enterprise service centre of " + zone);
    }

    /** As the product proposes it; where several look at it, each has its own seat. */
    private static Procedure procedure(ServiceTrack track, int promised, Set<HandlingMode> modes) {
        var usual = ServiceDefaults.procedure(track, promised);
        if (!modes.contains(HandlingMode.JOINT)) {
            return usual;
        }
        int days = Math.max(1, promised * 2 / 3);
        return new Procedure(
                usual.steps(),
                List.of(
                        new ReviewSeat("planning", "规划建设科", null, days),
                        new ReviewSeat("safety", "安全环保科", null, days)));
    }
}
