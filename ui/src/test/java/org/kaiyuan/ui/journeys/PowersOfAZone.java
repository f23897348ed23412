package org.kaiyuan.ui.journeys;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DecisionDraft;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.PowerUse;
import org.kaiyuan.delegation.PowerUseMonths;
import org.kaiyuan.delegation.ReadinessDraft;
import org.kaiyuan.delegation.ReadinessItem;
import org.kaiyuan.delegation.ReadinessKeeping;
import org.kaiyuan.delegation.ReadinessLine;
import org.springframework.context.ApplicationContext;

/** What journeys through powers begin with: a published list, taken over in part, used and overturned once. */
final class PowersOfAZone {
    private final MatterKeeping matters;
    private final ListDrafting drafting;
    private final ListPublishing publishing;
    private final ReadinessKeeping readiness;
    private final PowerUse use;
    private final PowerUseMonths months;
    private final Clock clock;

    private PowersOfAZone(ApplicationContext house) {
        this.matters = house.getBean(MatterKeeping.class);
        this.drafting = house.getBean(ListDrafting.class);
        this.publishing = house.getBean(ListPublishing.class);
        this.readiness = house.getBean(ReadinessKeeping.class);
        this.use = house.getBean(PowerUse.class);
        this.months = house.getBean(PowerUseMonths.class);
        this.clock = house.getBean(Clock.class);
    }

    /**
     * In the current zone.
     *
     * @param person who takes the powers over
     */
    static ListId begin(ApplicationContext house, String person) {
        return new PowersOfAZone(house).powers(person);
    }

    private ListId powers(String person) {
        var today = LocalDate.now(clock);
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单（第一批）");
        var all =
                drafting.putAll(
                        list,
                        List.of(
                                change(
                                        "企业投资项目备案（跨县（市、区）项目除外）",
                                        "市发展和改革委员会",
                                        today.minusDays(12),
                                        null),
                                change(
                                        "建筑工程施工许可证核发",
                                        "市住房和城乡建设局",
                                        today.minusYears(2),
                                        today.plusDays(40)),
                                change("建设工程竣工验收消防备案", "市住房和城乡建设局", today.plusDays(25), null),
                                change("城镇污水排入排水管网许可", "市住房和城乡建设局", today.minusYears(3), null),
                                change("临时用地审批", "市自然资源和规划局", today.minusYears(1), null)));
        publishing.check(list);
        publishing.publish(list, null);
        ready(all.get(1), person, ReadinessItem.values());
        ready(all.get(2), person, ReadinessItem.SEAL, ReadinessItem.GUIDE);
        ready(all.get(3), null, ReadinessItem.values());
        months.enter(all.get(1), YearMonth.from(today.minusMonths(1)), DecisionOutcome.GRANTED, 38);
        use.enter(
                all.get(1),
                new DecisionDraft(
                        "受〔2026〕17号",
                        "德阳试验机械有限公司",
                        today.minusDays(20),
                        today.minusDays(2),
                        null,
                        null));
        var refused =
                use.enter(
                        all.get(1),
                        new DecisionDraft(
                                "受〔2026〕9号",
                                "某某建设集团有限责任公司四川分公司",
                                today.minusDays(60),
                                today.minusDays(40),
                                today.minusDays(45),
                                DecisionOutcome.REFUSED));
        use.overturn(refused, today.minusDays(3), "行政复议撤销，责令重新作出决定", 1, 1);
        return list;
    }

    private void ready(EntryId entry, @Nullable String person, ReadinessItem... items) {
        var lines = new ArrayList<ReadinessLine>();
        for (var item : items) {
            lines.add(ReadinessLine.done(item, LocalDate.now(clock)));
        }
        readiness.write(
                entry, new ReadinessDraft(person, LocalDate.now(clock).plusDays(15), lines), 0);
    }

    private ListDrafting.Change change(
            String matter, String authority, LocalDate from, @Nullable LocalDate until) {
        return new ListDrafting.Change(
                null,
                new EntryNote(
                        matters.add(
                                new MatterDraft(
                                        null, null, matter, MatterKind.PERMIT, null, List.of())),
                        EntryAct.GRANT,
                        null,
                        authority,
                        "高新区行政审批局",
                        DelegationMode.DIRECT,
                        EntryNote.Scope.ALL,
                        new EntryNote.Days(from, null, until),
                        new EntryNote.Paper(null, "德府发〔2026〕1号", from.minusDays(40), "德阳市人民政府"),
                        EntryNote.Paper.NONE,
                        EntryNote.Particulars.NONE,
                        null));
    }
}
