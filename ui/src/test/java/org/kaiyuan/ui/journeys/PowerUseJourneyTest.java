package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.DecisionDraft;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListDrafting;
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
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** From a power that nobody is ready for to one that is asked for. */
class PowerUseJourneyTest extends Journey {
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    /** Where pictures of all pages are wanted, the folder for them. */
    private static final @Nullable String PICTURES = System.getenv("KAIYUAN_PICTURES");

    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired ReadinessKeeping readiness;
    @Autowired PowerUse use;
    @Autowired PowerUseMonths months;
    @Autowired Clock clock;

    @Test
    void a_power_is_taken_over_used_evaluated_and_another_is_asked_for() {
        var zone = "p" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                zone,
                () -> {
                    accounts.join(
                            accounts.register(zone + "-admin", PASSWORD, "王敏", false, false),
                            Role.ZONE_ADMIN);
                    powers(zone);
                    return null;
                });
        signIn(zone + "-admin");
        open("delegation/readiness");
        assertThat(page.getByText("已生效未就绪").first()).isVisible(SOON);
        isAccessible();
        picture("readiness");
        page.getByLabel("更新“企业投资项目备案（跨县（市、区）项目除外）”的准备情况").click();
        assertThat(page.getByText("六项准备")).isVisible(SOON);
        isAccessible();
        picture("readiness-dialog");
        button("取消").click();

        open("delegation/use");
        assertThat(page.getByText("建筑工程施工许可证核发").first()).isVisible(SOON);
        isAccessible();
        picture("use");
        page.getByText("建筑工程施工许可证核发").first().click();
        assertThat(page.getByText("受〔2026〕17号").first()).isVisible(SOON);
        isAccessible();
        picture("use-one");
        button("登记办件").click();
        assertThat(page.getByLabel("受理日期")).isVisible(SOON);
        picture("use-dialog");
        button("取消").click();

        open("delegation/evaluations");
        assertThat(page.getByText("评估意见").first()).isVisible(SOON);
        isAccessible();
        picture("evaluations");
        page.getByText("评估报告").first().click();
        assertThat(page.getByText("年度赋权事项评估报告").first()).isVisible(SOON);
        isAccessible();
        picture("report");

        open("delegation/requests/new");
        page.getByLabel("事项名称").fill("占用城市道路审批");
        page.getByLabel("原行使部门").fill("市住房和城乡建设局");
        page.getByLabel("需求理由").fill("园区内管线迁改多，企业每次都要到市里办理。");
        picture("request-form");
        button("保存草稿").click();
        assertThat(page.getByText("草稿：补齐内容和附件后报送").first()).isVisible(SOON);
        isAccessible();
        button("报送").click();
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("待答复").first()).isVisible(SOON);
        button("起草答复").click();
        page.getByLabel("答复单位").fill("市住房和城乡建设局");
        picture("answer-dialog");
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("未公布").first()).isVisible(SOON);
        isAccessible();
        picture("request");
        open("delegation/requests");
        picture("requests");
        everywhereElse(zone);
    }

    /** On a phone, and in the dark. */
    private void everywhereElse(String zone) {
        var paths = List.of("readiness", "use", "evaluations", "requests");
        var desk = page;
        var phone = newPerson(390, 844);
        signIn(phone, zone + "-admin");
        page = phone;
        for (var path : paths) {
            open("delegation/" + path);
            page.waitForTimeout(1500);
            isAccessible();
            picture("phone-" + path);
        }
        if (PICTURES != null) {
            page = desk;
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            for (var path : paths) {
                open("delegation/" + path);
                page.waitForTimeout(1500);
                picture("dark-" + path);
            }
        }
    }

    private void powers(String zone) {
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
        ready(all.get(1), zone, ReadinessItem.values());
        ready(all.get(2), zone, ReadinessItem.SEAL, ReadinessItem.GUIDE);
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
    }

    private void ready(EntryId entry, @Nullable String zone, ReadinessItem... items) {
        var lines = new ArrayList<ReadinessLine>();
        for (var item : items) {
            lines.add(ReadinessLine.done(item, LocalDate.now(clock)));
        }
        readiness.write(
                entry,
                new ReadinessDraft(
                        zone == null ? null : zone + "-admin",
                        LocalDate.now(clock).plusDays(15),
                        lines),
                0);
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

    private void picture(String name) {
        if (PICTURES != null) {
            page.waitForTimeout(700);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of(PICTURES, name + ".png"))
                            .setFullPage(false));
        }
    }
}
