package org.kaiyuan.ui.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.AnswerOutcome;
import org.kaiyuan.delegation.AnswerStep;
import org.kaiyuan.delegation.DecisionDraft;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.EvaluationVerdict;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.PowerRequestDraft;
import org.kaiyuan.delegation.PowerRequestId;
import org.kaiyuan.delegation.PowerUseFilter;
import org.kaiyuan.delegation.ReadinessCard;
import org.kaiyuan.delegation.ReadinessColumn;
import org.kaiyuan.delegation.ReadinessItem;
import org.kaiyuan.delegation.ReadinessItemState;
import org.kaiyuan.delegation.RequestState;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Taking over powers, using them, evaluating them and asking for them, by their pages. */
@ActAsZone(PowerUseViewsTest.ZONE)
class PowerUseViewsTest extends ViewTest {
    static final String ZONE = "power-views";
    private static final String AUTHORITY = "市发展和改革委员会";

    @Autowired PowerUseDoors doors;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired TestServers servers;
    @Autowired Zones zones;

    LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void no_powers() throws Exception {
        today = doors.today();
        for (var table :
                List.of(
                        "power_answer",
                        "power_request",
                        "evaluation_report",
                        "evaluation",
                        "power_decision",
                        "readiness_item",
                        "readiness",
                        "use_rule",
                        "wording",
                        "draft",
                        "edition",
                        "list",
                        "matter_basis",
                        "matter")) {
            owner("delete from delegation." + table);
        }
        owner("update tenancy.tenant set divisions = '{}' where code = 'power-views'");
    }

    @Test
    void a_power_is_taken_over_item_by_item_on_the_board() {
        joinTheZone();
        var late = granted("企业投资项目备案", today.minusDays(3));
        granted("施工许可", today.plusDays(20));
        go("delegation/readiness", "");
        var view = (ReadinessView) getCurrentView();
        assertThat(text()).contains("已生效未就绪", "未开始", "准备中", "就绪");
        assertThat(cards(view, ReadinessColumn.ALARM))
                .extracting(ReadinessCard::entry)
                .containsExactly(late);
        assertThat(text()).contains("已生效 3 天", "缺：人员培训、系统账号", "无人负责");

        var dialog = new ReadinessDialog(doors, "企业投资项目备案", doors.readiness().get(late), () -> {});
        dialog.open();
        roundTrip();
        dialog.owner.show("power-views-tester", "测试员");
        for (var item : ReadinessItem.values()) {
            fields(dialog, item).state().setValue(ReadinessItemState.DONE);
        }
        fields(dialog, ReadinessItem.SEAL).doneOn().setValue(today.plusDays(2));
        test(dialog.ask.go).click();
        assertThat(fields(dialog, ReadinessItem.SEAL).doneOn().isInvalid()).isTrue();
        fields(dialog, ReadinessItem.SEAL).state().setValue(ReadinessItemState.NOT_NEEDED);
        test(dialog.ask.go).click();

        assertThat(doors.readiness().get(late).isReady()).isTrue();
        assertThat(doors.readiness().get(late).ownerName()).isEqualTo("测试员");
        go("delegation/readiness", "owner=power-views-tester");
        view = (ReadinessView) getCurrentView();
        assertThat(view.whose.getValue()).isEqualTo(ReadinessView.Whose.MINE);
        assertThat(cards(view, ReadinessColumn.READY)).hasSize(1);
        assertThat(cards(view, ReadinessColumn.NOT_BEGUN)).isEmpty();
        go("delegation/readiness", "unowned=true");
        assertThat(cards((ReadinessView) getCurrentView(), ReadinessColumn.NOT_BEGUN)).hasSize(1);
    }

    @Test
    void all_that_the_board_finds_is_given_to_somebody_at_once() {
        joinTheZone();
        granted("甲", today.plusDays(20));
        granted("乙", today.minusDays(1));
        go("delegation/readiness", "");

        click("批量指定责任人");
        var ask = dialog();
        test(ask.go).click();
        assertThat(ask.isOpened()).isTrue();
        all(ask.form, ReadinessOwnerBox.class).getFirst().show("power-views-tester", "测试员");
        test(ask.go).click();

        assertThat(
                        doors.readiness()
                                .board(
                                        new org.kaiyuan.delegation.ReadinessBoard.Filter(
                                                "power-views-tester", false, null),
                                        9)
                                .columns())
                .hasSize(2);
    }

    @Test
    void where_nothing_is_granted_the_board_says_what_to_do() {
        go("delegation/readiness", "");

        assertThat(text()).contains("还没有已公布的赋权");
        go("delegation/use", "");
        assertThat(text()).contains("用权情况");
        go("delegation/evaluations", "");
        assertThat(text()).contains("这个年度没有需要评估的权力");
    }

    @Test
    void a_case_is_entered_closed_and_overturned_through_dialogs() {
        var entry = granted("企业投资项目备案", today.minusDays(90));
        go("delegation/use/" + entry, "");
        assertThat(text()).contains("企业投资项目备案", "近一年办结");

        click("登记办件");
        var ask = dialog();
        test(ask.go).click();
        assertThat(field(ask, TextField.class, "编号").isInvalid()).isTrue();
        field(ask, TextField.class, "编号").setValue("受〔2026〕7号");
        field(ask, DayField.class, "受理日期").setValue(today.minusDays(20));
        field(ask, DayField.class, "应办结日期").setValue(today.minusDays(5));
        test(ask.go).click();
        var view = (PowerUseDecisionsView) getCurrentView();
        var open = view.listed().getFirst();
        assertThat(open.late()).isTrue();

        doors.use()
                .revise(
                        open.id(),
                        new DecisionDraft(
                                open.reference(),
                                null,
                                open.acceptedOn(),
                                open.dueOn(),
                                today.minusDays(1),
                                DecisionOutcome.REFUSED),
                        open.version());
        var decided = doors.used().decision(open.id());
        ask = new PowerUseDialogs(doors, view, () -> {}).overturn(decided);
        roundTrip();
        test(ask.go).click();
        assertThat(field(ask, TextArea.class, "撤销原因").isInvalid()).isTrue();
        field(ask, TextArea.class, "撤销原因").setValue("行政复议撤销");
        test(ask.go).click();

        assertThat(doors.used().power(entry).figures().overturned()).isOne();
    }

    @Test
    void a_month_is_counted_and_the_list_asks_what_its_address_says() {
        var used = granted("企业投资项目备案", today.minusYears(2));
        granted("施工许可", today.minusYears(2));
        go("delegation/use", "only=UNUSED");
        var view = (PowerUseView) getCurrentView();
        assertThat(view.show.getValue()).isEqualTo(PowerUseView.Show.UNUSED);
        assertThat(view.rows.getGenericDataView().getItems()).hasSize(2);

        var ask = new PowerUseDialogs(doors, view, () -> {}).month(used, "企业投资项目备案");
        roundTrip();
        test(ask.go).click();
        assertThat(field(ask, IntegerField.class, "件数").isInvalid()).isTrue();
        field(ask, IntegerField.class, "件数").setValue(35);
        test(ask.go).click();

        go("delegation/use", "only=UNUSED");
        view = (PowerUseView) getCurrentView();
        assertThat(view.rows.getGenericDataView().getItems())
                .extracting(one -> one.matterName())
                .containsExactly("施工许可");
        go("delegation/use", "only=OVERDUE");
        assertThat(((PowerUseView) getCurrentView()).rows.getGenericDataView().getItems())
                .isEmpty();
        go("delegation/use", "only=nonsense");
        assertThat(((PowerUseView) getCurrentView()).show.getValue())
                .isEqualTo(PowerUseView.Show.ALL);
    }

    @Test
    void grants_that_have_run_out_are_put_into_the_drafts_from_the_list_of_powers() {
        granted("企业投资项目备案", today.minusDays(90), today.minusDays(2));
        go("delegation/use", "");
        assertThat(text()).contains("有 1 项权力已过最后一日", "企业投资项目备案");

        click("放入清单草稿");

        assertThat(doors.expiries().expiriesToRecord(null, 9).items()).isEmpty();
        assertThat(doors.lists().all().getFirst().drafted()).isOne();
        assertThat(((PowerUseView) getCurrentView()).told.isVisible()).isFalse();
    }

    @Test
    void rules_are_decided_in_a_dialog() {
        var dialog = new PowerUseRulesDialog(doors, () -> {});
        dialog.open();
        roundTrip();
        dialog.unusedMonths.setValue(0);
        dialog.expiryDays.setValue("60、十");
        test(dialog.ask.go).click();
        assertThat(dialog.expiryDays.isInvalid()).isTrue();
        dialog.expiryDays.setValue("60，30");
        test(dialog.ask.go).click();
        assertThat(dialog.unusedMonths.isInvalid()).isTrue();
        dialog.unusedMonths.setValue(6);
        test(dialog.ask.go).click();

        assertThat(doors.rules().stored().rules().expiryDays()).containsExactly(60, 30);
    }

    @Test
    void verdicts_are_said_in_the_list_and_the_report_is_closed() {
        granted("企业投资项目备案", today.minusYears(2));
        granted("施工许可", today.minusYears(2));
        go("delegation/evaluations", "");
        var view = (EvaluationView) getCurrentView();
        assertThat(view.listed()).hasSize(2);
        assertThat(text()).contains(AUTHORITY, "0/2", "未评估 2 项");

        view.say(view.listed().getFirst(), EvaluationVerdict.RECALL);
        var ask = dialog();
        test(ask.go).click();
        assertThat(field(ask, TextArea.class, "说明").isInvalid()).isTrue();
        field(ask, TextArea.class, "说明").setValue("两年没有办件");
        test(ask.go).click();
        assertThat(text()).contains("1/2", "收回 1");
        click("其余 1 项均保留");
        confirm();
        assertThat(text()).contains("2/2");
        click("报告定稿");
        confirm();

        assertThat(text()).contains("定稿");
        assertThat(all((Component) getCurrentView(), Button.class))
                .extracting(Button::getText)
                .doesNotContain("报告定稿");
        go("delegation/evaluations/report", "year=" + today.getYear() + "&authority=" + AUTHORITY);
        assertThat(text())
                .contains(
                        today.getYear() + " 年度赋权事项评估报告",
                        "报送：" + AUTHORITY,
                        "建议保留 1 项、调整 0 项、收回 1 项",
                        "两年没有办件",
                        "合计 2 项");
    }

    @Test
    void a_request_is_written_sent_and_answered_where_the_zone_has_no_supervisor() {
        go("delegation/requests", "");
        assertThat(text()).contains("还没有赋权需求", "提出需求");
        UI.getCurrent().navigate("delegation/requests/new");
        var form = (PowerRequestFormView) getCurrentView();
        test(form.save).click();
        assertThat(form.matterName.isInvalid()).isTrue();
        form.matterName.setValue("施工许可");
        assertThat(form.isTouched()).isTrue();
        form.originalAuthority.setValue("市住房和城乡建设局");
        form.reason.setValue("企业要到市里办");
        form.cases.setValue(60);
        test(form.save).click();

        assertThat(getCurrentView()).isInstanceOf(PowerRequestView.class);
        assertThat(text()).contains("草稿：补齐内容和附件后报送", "企业要到市里办", "60");
        click("报送");
        assertThat(dialog().form.getElement().getTextRecursively()).contains("没有主管单位");
        test(dialog().go).click();
        for (var step : AnswerStep.values()) {
            assertThat(text()).contains("待答复");
            click("起草答复");
            var ask = dialog();
            field(ask, TextField.class, "答复单位").setValue(step + "局");
            test(ask.go).click();
            assertThat(text()).contains("未公布", step + "局");
            click("公布答复");
            test(dialog().go).click();
        }

        assertThat(text()).contains("已赋权", "赋权。园区可以据此起草清单条目");
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单（点菜）");
        click("起草清单条目");
        var ask = dialog();
        test(ask.go).click();
        assertThat(ask.isOpened()).isTrue();
        all(ask.form, com.vaadin.flow.component.combobox.ComboBox.class)
                .getFirst()
                .setValue(doors.lists().get(list));
        test(ask.go).click();
        assertThat(doors.lists().get(list).drafted()).isOne();
    }

    @Test
    void the_supervisor_answers_on_its_side_and_sees_no_notes_of_the_park() throws Exception {
        owner("update tenancy.tenant set divisions = '{9911}' where code = 'power-views'");
        zones.zone("power-views-city");
        owner(
                "update tenancy.tenant set divisions = '{9911}', kind = 'SUPERVISOR', state = 'ACTIVE' where code = 'power-views-city'");
        var id =
                doors.requesting()
                        .begin(
                                new PowerRequestDraft(
                                        null, null, "施工许可", AUTHORITY, "理由", null, null, null));
        doors.answering().note(id, "园区内部意见", 1);
        go("delegation/requests/" + id, "");
        assertThat(text()).contains("园区内部意见");
        click("报送");
        assertThat(all(dialog().form, Select.class)).hasSize(1);
        test(dialog().go).click();
        assertThat(text()).contains("办理中：等待“主管部门”答复");

        actAs("power-views-city");
        awaitState(id, RequestState.SENT);
        go("delegation/requests", "");
        assertThat(text()).contains("赋权需求").doesNotContain("提出需求");
        go("delegation/requests", "state=GRANTED");
        assertThat(text()).doesNotContain("提出需求");
        go("delegation/requests/" + id, "");
        assertThat(text()).contains("施工许可", "下一步由“主管部门”答复").doesNotContain("园区内部意见");
        click("起草答复");
        var ask = dialog();
        field(ask, TextField.class, "答复单位").setValue("市住建局");
        all(ask.form, com.vaadin.flow.component.radiobutton.RadioButtonGroup.class)
                .getFirst()
                .setValue(AnswerOutcome.RETURNED);
        field(ask, TextArea.class, "意见内容").setValue("请写清范围");
        test(ask.go).click();
        click("公布答复");
        test(dialog().go).click();
        assertThat(text()).contains("已退回园区");

        actAs(ZONE);
        awaitState(id, RequestState.RETURNED);
        go("delegation/requests/" + id, "");
        assertThat(text()).contains("已退回：请按意见修改", "市住建局", "请写清范围");
        go("delegation/requests", "state=RETURNED");
        assertThat(((PowerRequestsView) getCurrentView()).rows.getGenericDataView().getItems())
                .hasSize(1);
        UI.getCurrent().navigate("delegation/requests/" + id + "/edit");
        var form = (PowerRequestFormView) getCurrentView();
        assertThat(form.reason.getValue()).isEqualTo("理由");
        form.reason.setValue("写清范围");
        test(form.save).click();
        assertThat(doors.requests().get(id).said().reason()).isEqualTo("写清范围");
    }

    @Test
    void a_request_that_is_not_there_is_said_to_be_none() {
        go("delegation/requests/" + PowerRequestId.next(), "");

        assertThat(text()).contains("没有这份赋权需求");
        go("delegation/use/" + EntryId.next(), "");
        assertThat(text()).contains("没有这项权力");
        go("delegation/use/nonsense", "");
        assertThat(text()).contains("没有这项权力");
    }

    @Test
    @ActAsZone(value = ZONE, permissions = "delegation:read")
    void who_may_only_read_is_offered_nothing_to_change() {
        go("delegation/use", "");
        assertThat(all((Component) getCurrentView(), Button.class)).isEmpty();
        go("delegation/requests", "");
        assertThat(all((Component) getCurrentView(), Button.class)).isEmpty();
        assertThat(doors.used().powers(PowerUseFilter.ALL, null, 9).items()).isEmpty();
        assertThat(doors.requests().list(Set.of(), null, 9).items()).isEmpty();
    }

    private EntryId granted(String matter, LocalDate effectiveOn) {
        return granted(matter, effectiveOn, null);
    }

    private EntryId granted(String matter, LocalDate effectiveOn, @Nullable LocalDate expiresOn) {
        var id =
                doors.matters()
                        .add(
                                new MatterDraft(
                                        null, null, matter, MatterKind.PERMIT, null, List.of()));
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "清单" + System.nanoTime());
        var entry =
                drafting.put(
                        list,
                        null,
                        new EntryNote(
                                id,
                                EntryAct.GRANT,
                                null,
                                AUTHORITY,
                                "经开区行政审批局",
                                DelegationMode.DIRECT,
                                EntryNote.Scope.ALL,
                                new EntryNote.Days(effectiveOn, null, expiresOn),
                                new EntryNote.Paper(
                                        null, "德府发〔2026〕1号", effectiveOn.minusDays(40), "德阳市人民政府"),
                                EntryNote.Paper.NONE,
                                EntryNote.Particulars.NONE,
                                null));
        assertThat(publishing.check(list)).isEmpty();
        publishing.publish(list, null);
        return entry;
    }

    private static List<ReadinessCard> cards(ReadinessView view, ReadinessColumn column) {
        Section section = Objects.requireNonNull(view.columns.get(column));
        return all(section, ReadinessCardItem.class).stream().map(one -> one.card).toList();
    }

    private static ReadinessDialog.Line fields(ReadinessDialog dialog, ReadinessItem item) {
        return Objects.requireNonNull(dialog.lines.get(item));
    }

    private void actAs(String zone) {
        SecurityContextHolder.setContext(new SecurityContextImpl(zones.somebody(zone, "*")));
    }

    private void awaitState(PowerRequestId id, RequestState state) {
        org.awaitility.Awaitility.await()
                .pollInSameThread()
                .ignoreExceptionsInstanceOf(org.kaiyuan.platform.refusal.Refusal.class)
                .untilAsserted(() -> assertThat(doors.requests().get(id).state()).isEqualTo(state));
    }

    private void owner(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + CurrentTenant.get().value() + "'");
            sql.execute(statement);
        }
    }

    private static void go(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
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

    private void confirm() {
        test($(ConfirmDialog.class).single()).confirm();
    }

    private void click(String text) {
        test(all((Component) getCurrentView(), Button.class).stream()
                        .filter(button -> button.getText().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(text + " is not in " + text())))
                .click();
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
        return Stream.concat(Stream.of(in), in.getChildren().flatMap(PowerUseViewsTest::every));
    }
}
