package org.kaiyuan.ui.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.services.Absences;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseCounter;
import org.kaiyuan.services.CaseFilter;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.CheckVerdict;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.StopReason;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The desk of services, by its pages: from the inbox to the archive, the counter, what is owed, and the figures. */
class ServiceDeskViewsTest extends ViewTest {
    @Autowired CaseDoors doors;
    @Autowired CaseCounter counter;
    @Autowired ServiceKeeping keeping;
    @Autowired Absences absences;
    @Autowired CasesFinder finder;
    @Autowired Zones zones;

    private ServiceId service = ServiceId.next();

    @BeforeEach
    void a_zone_without_cases() {
        var zone = "desk" + UUID.randomUUID().toString().substring(0, 8);
        SecurityContextHolder.setContext(new SecurityContextImpl(zones.somebody(zone, "*")));
        joinTheZone();
        service = DeskServices.published(keeping, "产业扶持资金申报");
    }

    @Test
    void an_empty_box_says_what_to_do_and_leads_to_the_next() {
        go("services", "");

        var view = (CaseInboxView) getCurrentView();
        assertThat(view.rows.getGenericDataView().getItems()).isEmpty();
        for (var box : CaseBox.values()) {
            go("services", "box=" + box);
            assertThat(text()).contains(doors.messages().of(Locale.SIMPLIFIED_CHINESE, box));
            assertThat(
                            ((CaseInboxView) getCurrentView())
                                    .boxes
                                    .getSelectedTab()
                                    .getElement()
                                    .getTextRecursively())
                    .isEqualTo(doors.messages().of(Locale.SIMPLIFIED_CHINESE, box));
        }
        go("services", "box=nonsense&month=never&service=what&state=none");
        assertThat(((CaseInboxView) getCurrentView()).bar.state.getValue()).isNull();
    }

    @Test
    void the_inbox_lists_what_its_address_asks_and_a_case_is_claimed_from_it() {
        var one = taken("甲公司");
        taken("乙公司");
        go("services", "box=ALL");
        var view = (CaseInboxView) getCurrentView();
        assertThat(view.rows.getGenericDataView().getItems()).hasSize(2);

        view.claim(view.rows.getGenericDataView().getItem(0));
        go("services", "");
        view = (CaseInboxView) getCurrentView();
        assertThat(view.rows.getGenericDataView().getItems()).hasSize(1);
        go("services", "box=ALL&q=" + "乙公");
        view = (CaseInboxView) getCurrentView();
        assertThat(view.rows.getGenericDataView().getItems())
                .extracting(row -> row.enterpriseName())
                .containsExactly("乙公司");
        assertThat(view.bar.words.getValue()).isEqualTo("乙公");
        go("services", "box=ALL&state=DECIDED");
        assertThat(((CaseInboxView) getCurrentView()).rows.getGenericDataView().getItems())
                .isEmpty();

        go("services", "box=ALL&look=" + one);
        assertThat(((CaseInboxView) getCurrentView()).look.isVisible()).isTrue();
        assertThat(((CaseInboxView) getCurrentView()).look.getElement().getTextRecursively())
                .contains("产业扶持资金申报", "甲公司", "王芳");
    }

    @Test
    void somebody_else_who_claimed_first_is_told_and_nothing_is_done_twice() {
        var id = taken("甲公司");
        go("services", "box=ALL");
        var view = (CaseInboxView) getCurrentView();
        var stale = view.rows.getGenericDataView().getItem(0);
        doors.review().remark(id, "先看一下");
        doors.acceptance().precheck(id, null, version(id));

        view.claim(stale);

        assertThat(doors.directory().find(id).row().owner()).isNull();
    }

    @Test
    void a_case_goes_from_acceptance_to_the_archive_by_its_buttons() {
        var id = taken("甲公司");
        go("services/cases/" + id, "");
        assertThat(text()).contains("产业扶持资金申报", "甲公司", "尚未受理，期限未开始计算");
        click("预审");
        test(dialog().go).click();
        click("受理");
        test(dialog().go).click();
        assertThat(state(id)).isEqualTo(CaseState.ACCEPTED);
        assertThat(text()).contains("承诺期限", "10 个工作日", "受理日期");

        for (var seat : List.of("经济发展局", "财政局")) {
            var open =
                    doors.directory().find(id).opinions().stream()
                            .filter(one -> one.seatName().equals(seat))
                            .findFirst()
                            .orElseThrow();
            var ask =
                    new CaseReviewDialogs(new CaseAsk(doors, view(), view()::reload))
                            .opinion(doors.directory().find(id), open);
            ask.open();
            roundTrip();
            test(ask.go).click();
            assertThat(ask.isOpened()).as("without a verdict").isTrue();
            choose(ask, CheckVerdict.AGREED);
            field(ask, TextArea.class, "意见内容").setValue("同意");
            test(ask.go).click();
            assertThat(ask.isOpened()).isFalse();
        }
        assertThat(text()).contains("已出具 2 / 2", "测试员", "SHA-256");

        click("作出决定");
        var ask = dialog();
        choose(ask, CaseOutcome.GRANTED);
        field(ask, TextArea.class, "决定内容与理由").setValue("同意拨付二十万元");
        click(ask, "预览决定书");
        assertThat(ask.form.getElement().getTextRecursively()).contains("甲公司", "同意拨付二十万元");
        test(ask.go).click();
        assertThat(state(id)).isEqualTo(CaseState.DECIDED);
        click("送达");
        ask = dialog();
        test(ask.go).click();
        assertThat(field(ask, TextField.class, "送达凭证").isInvalid()).isTrue();
        field(ask, TextField.class, "送达凭证").setValue("王芳签收");
        test(ask.go).click();
        assertThat(state(id)).isEqualTo(CaseState.DELIVERED);
        click("归档");
        test(dialog().go).click();

        assertThat(state(id)).isEqualTo(CaseState.ARCHIVED);
        go("services/cases/" + id, "tab=letters");
        roundTrip();
        assertThat(text()).contains("受理通知书", "下载案卷包", "同意拨付二十万元");
        var letter = doors.directory().find(id).letters().getFirst();
        go("services/cases/" + id + "/letters/" + letter.id(), "");
        assertThat(text()).contains(letter.number(), letter.title());
        go("services/cases/" + id, "tab=events");
        roundTrip();
        assertThat(text()).contains("归档", "测试员");
    }

    @Test
    void what_is_wrong_with_a_material_goes_into_the_one_supplement() {
        var id = taken("甲公司");
        go("services/cases/" + id, "");
        var material = doors.directory().find(id).materials().getFirst();
        var bad =
                new CaseReviewDialogs(new CaseAsk(doors, view(), view()::reload))
                        .bad(doors.directory().find(id), material);
        bad.open();
        roundTrip();
        test(bad.go).click();
        assertThat(field(bad, TextArea.class, "问题说明").isInvalid()).isTrue();
        field(bad, TextArea.class, "问题说明").setValue("执照已过期");
        test(bad.go).click();
        assertThat(doors.directory().find(id).materials().getFirst().state())
                .isEqualTo(MaterialState.FOUND_BAD);
        assertThat(text()).contains("执照已过期");

        click("一次性告知补正");
        var ask = dialog();
        assertThat(ask.form.getElement().getTextRecursively()).contains("补正只能告知一次");
        field(ask, TextArea.class, "总的说明").setValue("请换发后补交");
        test(ask.go).click();

        assertThat(state(id)).isEqualTo(CaseState.SUPPLEMENT);
        assertThat(text()).contains("已一次性告知补正").doesNotContain("出具意见");
        assertThat(all(view(), Button.class)).extracting(Button::getText).doesNotContain("一次性告知补正");
    }

    @Test
    void the_clock_stops_for_a_reason_and_every_day_is_explained() {
        var id = accepted("甲公司");
        go("services/cases/" + id, "");
        click("停止计时");
        var ask = dialog();
        test(ask.go).click();
        assertThat(field(ask, TextField.class, "依据文书").isInvalid() || ask.isOpened()).isTrue();
        all(ask.form, com.vaadin.flow.component.select.Select.class)
                .getFirst()
                .setValue(StopReason.EXPERT_REVIEW);
        field(ask, TextField.class, "依据文书").setValue("专家评审通知〔2026〕3号");
        test(ask.go).click();
        assertThat(text()).contains("已停止计时", "专家评审通知〔2026〕3号");
        click("恢复计时");
        test(dialog().go).click();
        assertThat(doors.directory().clock(id).stopped()).isFalse();

        var panel = all(view(), CaseClockPanel.class).getFirst();
        var days = panel.explained();
        days.open();
        roundTrip();
        assertThat(days.getElement().getTextRecursively()).contains("第 1 个工作日", "不计入");
    }

    @Test
    void a_conflict_says_who_was_quicker_and_keeps_what_was_typed() {
        var id = taken("甲公司");
        go("services/cases/" + id, "");
        click("不予受理");
        var ask = dialog();
        field(ask, TextArea.class, "不予受理的理由").setValue("不属于本园区");
        doors.desk().claim(id, version(id));
        test(ask.go).click();

        assertThat(ask.isOpened()).isTrue();
        assertThat(ask.getElement().getTextRecursively()).contains("测试员", "领取");
        assertThat(field(ask, TextArea.class, "不予受理的理由").getValue()).isEqualTo("不属于本园区");
        test(ask.go).click();
        assertThat(state(id)).isEqualTo(CaseState.NOT_ACCEPTED);
    }

    @Test
    void the_counter_takes_in_once_and_gives_a_receipt() {
        go("services/counter", "service=" + service);
        var view = (CaseCounterView) getCurrentView();
        test(view.take).click();
        assertThat(view.getElement().getTextRecursively()).contains("营业执照");
        assertThat(cases()).isEmpty();

        var who = all(view, CounterApplicant.class).getFirst();
        assertThat(who.applicantName.isInvalid()).isTrue();
        who.byHand.setValue(true);
        who.name.setValue("乙公司");
        who.creditCode.setValue("123");
        who.applicantName.setValue("李雷");
        who.applicantPhone.setValue("13800005678");
        all(view, FormPane.class)
                .getFirst()
                .show(
                        new org.kaiyuan.services.FormAnswers(
                                java.util.Map.of(DeskServices.PURPOSE, List.of("购置设备")),
                                java.util.Map.of()));
        var papers = all(view, CounterMaterials.class).getFirst();
        papers.here.values().forEach(one -> one.setValue(true));
        test(view.take).click();
        assertThat(who.creditCode.isInvalid()).isTrue();
        who.creditCode.setValue("");
        test(view.take).click();
        view.takeIn();

        assertThat(cases()).as(view.getElement().getTextRecursively()).hasSize(1);
        var row = cases().getFirst();
        assertThat(view.getElement().getTextRecursively())
                .contains(row.receipt(), "查询码", "乙公司", "扫描件和照片");
        assertThat(finder.find(row.receipt().toLowerCase(Locale.ROOT), Locale.SIMPLIFIED_CHINESE))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.path()).isEqualTo("services/cases/" + row.id()));
    }

    @Test
    void selected_cases_are_handed_over_at_once_and_those_that_cannot_be_are_named() {
        var one = taken("甲公司");
        taken("乙公司");
        var me = doors.person().username();
        go("services", "box=ALL");
        var view = (CaseInboxView) getCurrentView();
        view.rows
                .asMultiSelect()
                .setValue(Set.copyOf(view.rows.getGenericDataView().getItems().toList()));
        assertThat(view.bulk.isVisible()).isTrue();
        test(view.bulk.go).click();
        assertThat(view.bulk.to.isInvalid()).isTrue();
        view.bulk.to.setValue(new ZonePeople.Colleague(me, "测试员", Set.of()));
        doors.acceptance().precheck(one, null, version(one));
        test(view.bulk.go).click();

        assertThat(cases()).filteredOn(row -> me.equals(row.owner())).hasSize(1);
    }

    @Test
    void who_is_away_says_who_does_their_cases() {
        go("services/absences", "");
        var view = (DeskAbsencesView) getCurrentView();
        assertThat(text()).contains("近期没有人请假");
        test(view.say).click();
        assertThat(view.substitute.isInvalid()).isTrue();
    }

    @Test
    void figures_say_what_rests_on_few_cases_and_lead_to_what_lies_behind() {
        go("services/figures", "");
        assertThat(text()).contains("这段时间没有办件");
        accepted("甲公司");
        taken("乙公司");
        go("services/figures", "by=MONTH");
        assertThat(text()).contains("收件", "样本少", "各环节用时");
        var month = LocalDate.now(doors.clock()).toString().substring(0, 7);
        assertThat(all((Component) getCurrentView(), Anchor.class))
                .extracting(Anchor::getHref)
                .anySatisfy(href ->
                        assertThat(href)
                                .startsWith("services?")
                                .contains("box=ALL", "month=" + month));
        go("services/figures", "by=SERVICE&service=" + service);
        assertThat(text()).contains("产业扶持资金申报");
    }

    @Test
    void what_is_owed_is_listed_and_its_box_is_empty_otherwise() {
        go("services/ratings", "");
        assertThat(((DeskRatingsView) getCurrentView()).rows.getGenericDataView().getItems())
                .isEmpty();
        go("services/ratings", "show=TO_RECTIFY");
        assertThat(((DeskRatingsView) getCurrentView()).show.getValue())
                .isEqualTo(DeskRatingsView.Show.TO_RECTIFY);
        go("services/complaints", "state=ANSWERED");
        assertThat(((DeskComplaintsView) getCurrentView()).rows.getGenericDataView().getItems())
                .isEmpty();
    }

    @Test
    void a_ticket_is_assigned_and_answered() {
        var ticket = DeskServices.ticket(keeping, "路灯报修");
        var id =
                counter.takeIn(
                                new org.kaiyuan.services.CounterNote(
                                        ticket,
                                        null,
                                        "甲公司",
                                        null,
                                        new org.kaiyuan.services.Applicant("王芳", "13800001234"),
                                        org.kaiyuan.services.FormAnswers.NONE,
                                        false,
                                        Set.of(),
                                        Set.of()),
                                java.util.UUID.randomUUID())
                        .caseId();
        go("services/cases/" + id, "");
        assertThat(text()).contains("路灯报修");
        click("派单");
        var ask = dialog();
        field(ask, TextField.class, "办理部门").setValue("物业组");
        test(ask.go).click();
        assertThat(doors.directory().find(id).row().team()).isEqualTo("物业组");
        click("答复");
        field(dialog(), TextArea.class, "答复内容").setValue("已修复");
        test(dialog().go).click();

        assertThat(doors.directory().find(id).row().outcome()).isEqualTo(CaseOutcome.ANSWERED);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = taken("甲公司");
        zones.in(
                "desk-views-other",
                () -> {
                    go("services/cases/" + id, "");
                    assertThat(text()).doesNotContain("甲公司");
                    go("services", "box=ALL&look=" + id);
                    assertThat(text()).doesNotContain("甲公司");
                    return null;
                });
        assertThat(CurrentTenant.maybe()).isPresent();
    }

    private CaseId taken(String firm) {
        return DeskServices.takenIn(counter, service, firm).caseId();
    }

    private CaseId accepted(String firm) {
        var id = taken(firm);
        doors.acceptance().accept(id, version(id));
        return id;
    }

    private long version(CaseId id) {
        return doors.directory().find(id).row().version();
    }

    private CaseState state(CaseId id) {
        return doors.directory().find(id).row().state();
    }

    private List<org.kaiyuan.services.CaseRow> cases() {
        return doors.inbox().list(CaseFilter.of(CaseBox.ALL), null, 50).items();
    }

    private CaseView view() {
        return (CaseView) getCurrentView();
    }

    private void go(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
        roundTrip();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private AskDialog dialog() {
        return $(AskDialog.class).all().stream()
                .filter(AskDialog::isOpened)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private void click(String text) {
        click((Component) getCurrentView(), text);
        roundTrip();
    }

    private void click(Component in, String text) {
        test(all(in, Button.class).stream()
                        .filter(button -> button.getText().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(text + " is not in " + text())))
                .click();
    }

    @SuppressWarnings("unchecked")
    private static void choose(AskDialog ask, Object value) {
        all(ask.form, RadioButtonGroup.class).getFirst().setValue(value);
    }

    private static <F extends Component & HasLabel> F field(
            AskDialog dialog, Class<F> type, String label) {
        return all(dialog.form, type).stream()
                .filter(one -> label.equals(one.getLabel()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label));
    }

    private static <C extends Component> List<C> all(Component in, Class<C> type) {
        return every(in).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Component> every(Component in) {
        return Stream.concat(Stream.of(in), in.getChildren().flatMap(ServiceDeskViewsTest::every));
    }
}
