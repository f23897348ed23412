package org.kaiyuan.ui.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.plots.IdleMeasureKind;
import org.kaiyuan.plots.IdleState;
import org.kaiyuan.plots.PaymentNote;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotImport;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.SupplyMode;
import org.kaiyuan.plots.SupplyNote;
import org.kaiyuan.plots.SupplyRules;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A plot's contract, construction and verification; idle ground, ledgers, rules. */
class SupplyViewsTest extends ViewTest {
    @Autowired PlotImport imports;
    @Autowired PlotDirectory directory;
    @Autowired SupplyDoors doors;
    @Autowired List<ZoneChore> chores;
    @Autowired TestServers servers;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "truncate plots.plot, plots.layer_shape, plots.upload, plots.supply_rule cascade");
        }
    }

    @Test
    void a_contract_is_signed_through_the_dialog() {
        var id = bring("A-01", PlotState.ANNOUNCED);
        open(id, "contract");

        click("签订合同");
        var ask = dialog();
        field(ask, TextField.class, "合同编号").setValue("川德出〔2026〕12号");
        field(ask, TextField.class, "受让人").setValue("德阳试验机械有限公司");
        field(ask, BigDecimalField.class, "合同价款（万元）").setValue(new BigDecimal("1200"));
        field(ask, BigDecimalField.class, "投资强度（万元/亩）").setValue(new BigDecimal("150"));
        test(ask.go).click();

        var running = doors.contracts().running(id).orElseThrow();
        assertThat(running.note().termYears()).isEqualTo(50);
        assertThat(running.note().priceYuan()).isEqualByComparingTo("12000000");
        assertThat(running.note().investmentYuanM2()).isEqualByComparingTo("2250");
        assertThat(text()).contains("川德出〔2026〕12号", "标准地出让", "德阳试验机械有限公司");
        assertThat(directory.details(id).profile().holderName()).isEqualTo("德阳试验机械有限公司");
    }

    @Test
    void what_is_missing_is_said_at_its_fields_all_at_once() {
        open(bring("A-01", PlotState.ANNOUNCED), "contract");
        click("签订合同");
        var ask = dialog();
        field(ask, DayField.class, "签订日期").setValue(null);

        test(ask.go).click();

        assertThat(field(ask, TextField.class, "合同编号").isInvalid()).isTrue();
        assertThat(field(ask, TextField.class, "合同编号").getErrorMessage()).isEqualTo("必填。");
        assertThat(field(ask, DayField.class, "签订日期").isInvalid()).isTrue();
        assertThat(field(ask, TextField.class, "受让人").isInvalid()).isTrue();
        assertThat(ask.isOpened()).isTrue();
    }

    @Test
    void an_amendment_tells_what_it_changed_and_why() {
        var id = supplied("A-01", LocalDate.now().minusDays(30), LocalDate.now().plusDays(300));
        open(id, "contract");

        click("变更");
        var ask = dialog();
        field(ask, BigDecimalField.class, "合同价款（万元）").setValue(new BigDecimal("1500"));
        field(ask, TextArea.class, "原因").setValue("补充协议");
        test(ask.go).click();

        assertThat(text()).contains("变更记录", "合同价款（万元）：1,000 → 1,500", "补充协议");
    }

    @Test
    void money_is_received_once() {
        var id = supplied("A-01", LocalDate.now().minusDays(90), LocalDate.now().plusDays(300));
        doors.payments()
                .plan(
                        id,
                        new PaymentNote(
                                "首期", LocalDate.now().minusDays(10), new BigDecimal("6000000")));
        open(id, "contract");
        assertThat(text()).contains("逾期 10 天");

        click("登记实缴");
        var ask = dialog();
        field(ask, BigDecimalField.class, "实缴金额（万元）").setValue(new BigDecimal("200"));
        test(ask.go).click();
        assertThatThrownBy(() -> test(ask.go).click()).isInstanceOf(IllegalStateException.class);

        assertThat(doors.payments().of(id).paidYuan()).isEqualByComparingTo("2000000");
        assertThat(text()).contains("缴 200 万元");
    }

    @Test
    void what_is_not_there_is_said_to_be_none() {
        go("plots/" + PlotId.next(), "tab=contract");

        assertThat(text()).contains("没有这块地");
    }

    @Test
    void ground_that_nobody_began_is_confirmed_as_idle_by_a_document() {
        var id = supplied("A-01", LocalDate.now().minusDays(900), LocalDate.now().minusDays(500));
        proposeIdle();
        open(id, "construction");
        assertThat(text()).contains("超期未动工", "已计 499 天", "第二条", "待认定");

        click("认定闲置");
        var ask = dialog();
        test(ask.go).click();
        assertThat(field(ask, TextField.class, "认定文书").isInvalid()).isTrue();
        field(ask, TextField.class, "认定文书").setValue("闲置土地认定书〔2026〕3号");
        field(ask, TextArea.class, "补充说明").setValue("企业自身原因");
        test(ask.go).click();

        var one = doors.idle().of(id).getFirst();
        assertThat(one.state()).isEqualTo(IdleState.CONFIRMED);
        assertThat(one.reason()).isEqualTo("企业自身原因");
        doors.idle().measure(one.id(), IdleMeasureKind.FEE, LocalDate.now().minusDays(3), null);
        open(id, "construction");
        // 20 % of 1,000 万元
        assertThat(text()).contains("征缴土地闲置费", "200", "逾期 3 天");
    }

    @Test
    void a_rejection_needs_a_reason() {
        var id = supplied("A-01", LocalDate.now().minusDays(900), LocalDate.now().minusDays(500));
        proposeIdle();
        open(id, "construction");

        click("不予认定");
        var ask = dialog();
        test(ask.go).click();
        assertThat(field(ask, TextArea.class, "原因").isInvalid()).isTrue();
        field(ask, TextArea.class, "原因").setValue("政府未按期交地");
        test(ask.go).click();

        assertThat(doors.idle().of(id).getFirst().state()).isEqualTo(IdleState.REJECTED);
    }

    @Test
    void progress_and_stops_are_entered_with_what_shows_them() {
        var id = supplied("A-01", LocalDate.now().minusDays(300), LocalDate.now().minusDays(100));
        open(id, "construction");

        click("登记建设情况");
        var ask = dialog();
        field(ask, DayField.class, "实际动工").setValue(LocalDate.now().minusDays(80));
        field(ask, BigDecimalField.class, "已开发面积（m²）").setValue(new BigDecimal("1000"));
        test(ask.go).click();
        assertThat(field(ask, TextArea.class, "核实依据").isInvalid()).isTrue();
        field(ask, TextArea.class, "核实依据").setValue("施工许可证，现场照片");
        test(ask.go).click();

        assertThat(text()).contains("晚 20 天", "施工许可证");
        click("登记停工");
        var stop = dialog();
        field(stop, DayField.class, "停工之日").setValue(LocalDate.now().minusDays(10));
        field(stop, TextArea.class, "依据").setValue("巡查记录");
        test(stop.go).click();
        assertThat(text()).contains("企业自身原因", "计入闲置", "中止开发");
    }

    @Test
    void the_list_of_idle_ground_asks_what_its_address_says() {
        supplied("A-01", LocalDate.now().minusDays(900), LocalDate.now().minusDays(500));
        proposeIdle();

        UI.getCurrent().navigate("land/idle");
        var view = (IdleGroundView) getCurrentView();
        assertThat(view.cases.getGenericDataView().getItems().map(one -> one.plotNumber()))
                .containsExactly("A-01");

        go("land/idle", "state=CLOSED&overdue=true");
        view = (IdleGroundView) getCurrentView();
        assertThat(view.states.getValue()).containsExactly(IdleState.CLOSED);
        assertThat(view.overdue.getValue()).isTrue();
        assertThat(view.cases.getGenericDataView().getItems()).isEmpty();

        go("land/idle", "show=LOW&year=nonsense");
        assertThat(((IdleGroundView) getCurrentView()).low.isVisible()).isTrue();
    }

    @Test
    void ledgers_sum_by_year_and_the_balance_explains_itself() {
        bring("A-01", PlotState.APPROVED);
        UI.getCurrent().navigate("land/ledgers");
        assertThat(text()).contains("全部年度", "批而未供");

        go("land/ledgers", "show=BALANCE");
        assertThat(text()).contains("× 50%", "挂钩比例");
    }

    @Test
    void who_was_slower_keeps_what_was_typed_and_sees_what_changed() {
        UI.getCurrent().navigate("land/rules");
        var view = (SupplyRulesView) getCurrentView();
        var now = doors.rules().stored();
        var r = now.rules();
        view.lowPercent.setValue(new BigDecimal("55"));
        doors.rules()
                .decide(
                        new SupplyRules(
                                r.contractBeforeSupply(),
                                40,
                                r.leastLeaseYears(),
                                r.mostLeaseYears(),
                                r.mostFirstLeaseYears(),
                                r.remindDays(),
                                r.lowPercent(),
                                r.lowTaxYuanM2(),
                                r.lowOutputYuanM2(),
                                r.lowFloorRatio(),
                                r.lowInvestmentYuanM2(),
                                r.partlyPercent(),
                                r.stockPercent()),
                        now.version());

        test(view.save).click();

        assertThat(view.conflict.isVisible()).isTrue();
        assertThat(view.conflict.getElement().getTextRecursively()).contains("50 → 40");
        assertThat(view.lowPercent.getValue()).isEqualByComparingTo("55");
        assertThat(doors.rules().stored().rules().lowPercent()).isEqualByComparingTo("60");

        test(view.save).click();
        assertThat(doors.rules().stored().rules().lowPercent()).isEqualByComparingTo("55");
        assertThat(view.isTouched()).isFalse();
    }

    @Test
    void a_rule_out_of_bounds_is_said_at_its_field() {
        UI.getCurrent().navigate("land/rules");
        var view = (SupplyRulesView) getCurrentView();
        view.mostFlexibleYears.setValue(60);
        view.remindDays.setValue("30，7");

        test(view.save).click();

        assertThat(view.mostFlexibleYears.isInvalid()).isTrue();
        assertThat(view.mostFlexibleYears.getErrorMessage()).contains("1", "50");
        assertThat(view.remindDays.isInvalid()).isFalse();
    }

    private void proposeIdle() {
        chores.stream()
                .filter(one -> one.getClass().getSimpleName().startsWith("IdleTimes"))
                .forEach(ZoneChore::run);
    }

    /** With a contract of 1,000 万元 and a start agreed for that day. */
    private PlotId supplied(String number, LocalDate signedOn, LocalDate startOn) {
        var id = bring(number, PlotState.ANNOUNCED);
        doors.contracts()
                .sign(
                        id,
                        new SupplyNote(
                                SupplyMode.GRANT,
                                "合同-" + number,
                                signedOn,
                                null,
                                "试验公司",
                                null,
                                50,
                                null,
                                new BigDecimal("10000000"),
                                startOn,
                                startOn.plusYears(1),
                                startOn.plusYears(2),
                                new BigDecimal("2250"),
                                new BigDecimal("120"),
                                null,
                                new BigDecimal("1.0"),
                                null,
                                100,
                                null));
        become(id, PlotState.SUPPLIED);
        return id;
    }

    private PlotId bring(String number, PlotState state) {
        var file =
                """
                {"type":"Feature","properties":{"地块编号":"%s","地块名称":"试验地","地类编号":"100101"},
                 "geometry":{"type":"Polygon","coordinates":[[[104.4,31.1],[104.40105,31.1],[104.40105,31.1009],[104.4,31.1009],[104.4,31.1]]]}}\
                """
                        .formatted(number);
        var brought =
                imports.bring(file.getBytes(StandardCharsets.UTF_8), ReadingOptions.NONE, true);
        var id = Objects.requireNonNull(brought.plots().getFirst().id());
        become(id, state);
        return id;
    }

    private void become(PlotId id, PlotState state) {
        transaction.executeWithoutResult(status ->
                jdbc.update(
                        "update plots.plot set state = ? where id = ?", state.name(), id.value()));
    }

    private void open(PlotId id, String tab) {
        go("plots/" + id, "tab=" + tab);
        roundTrip();
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
        return Stream.concat(Stream.of(in), in.getChildren().flatMap(SupplyViewsTest::every));
    }
}
