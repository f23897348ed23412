package org.kaiyuan.ui.floors;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.BuildingDirectory;
import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.BuildingRegistration;
import org.kaiyuan.plots.LeaseDirectory;
import org.kaiyuan.plots.LeaseDraft;
import org.kaiyuan.plots.LeaseFilter;
import org.kaiyuan.plots.LeaseId;
import org.kaiyuan.plots.LeaseSigning;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotImport;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.RentPayments;
import org.kaiyuan.plots.UnitId;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitRegistration;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnitUse;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.plots.LeadMatchPanel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Buildings floor by floor, leases and their rent. */
class FloorViewsTest extends ViewTest {
    private static final LocalDate TODAY = LocalDate.now();

    @Autowired BuildingRegistration registration;
    @Autowired BuildingDirectory buildings;
    @Autowired UnitRegistration units;
    @Autowired LeaseSigning signing;
    @Autowired LeaseDirectory leases;
    @Autowired RentPayments payments;
    @Autowired PlotImport imports;
    @Autowired TestServers servers;

    @BeforeEach
    void no_buildings() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.building, plots.lease, plots.plot cascade");
        }
    }

    @Test
    void the_stacking_plan_says_what_each_unit_is() {
        var building = building();
        var let = unit(building, 2, "201", UnitState.VACANT);
        var free = unit(building, 1, "101", UnitState.VACANT);
        var machines = unit(building, 1, "102", UnitState.NOT_FOR_LEASE);
        lease("HT-1", let, TODAY.minusMonths(2), TODAY.plusMonths(10));

        go("buildings/" + building);
        var plan = Objects.requireNonNull(((BuildingView) getCurrentView()).plan);

        assertThat(said(plan, let))
                .contains("201", "500 m²", "在租", "旌湖机械", "至 " + TODAY.plusMonths(10));
        assertThat(said(plan, free)).contains("101", "空置").doesNotContain("旌湖机械");
        assertThat(said(plan, machines)).contains("102", "不出租");
        var words = plan.getElement().getTextRecursively();
        assertThat(words.indexOf("2F")).isNotNegative().isLessThan(words.indexOf("1F"));
        assertThat(((Component) getCurrentView()).getElement().getTextRecursively())
                .contains("50.0%", "空置率");
    }

    @Test
    void a_unit_that_is_looked_at_says_what_its_floor_carries_in_tonnes() {
        var building = building();
        var id = unit(building, 1, "101", UnitState.VACANT);

        go("buildings/" + building + "?unit=" + id);
        var look = ((BuildingView) getCurrentView()).look;

        assertThat(look.isVisible()).isTrue();
        assertThat(look.getElement().getTextRecursively())
                .contains("19.61 kN/m²（2 吨/㎡）", "6.5 m", "出租");
    }

    @Test
    void a_unit_is_added_by_its_dialog_and_a_number_that_is_taken_is_said_at_its_field() {
        var building = building();
        unit(building, 1, "101", UnitState.VACANT);
        go("buildings/" + building);
        test(button((Component) getCurrentView(), "新增单元")).click();
        var dialog = $(AskDialog.class).all().getFirst();
        var number = field(dialog, TextField.class, "单元编号");
        number.setValue("101");
        field(dialog, BigDecimalField.class, "面积（m²）").setValue(new BigDecimal("320"));

        test(dialog.go).click();

        assertThat(number.isInvalid()).isTrue();
        assertThat(number.getErrorMessage()).contains("101", "已被使用");

        number.setValue("103");
        test(dialog.go).click();

        assertThat(dialog.isOpened()).isFalse();
        assertThat(buildings.details(building).floors().getLast().units())
                .extracting(unit -> unit.number())
                .containsExactly("101", "103");
    }

    @Test
    void a_building_is_taken_into_the_register_with_its_floors() {
        go("buildings/new");
        var form = (BuildingFormView) getCurrentView();
        assertThat(form.isTouched()).isFalse();
        form.fields.number.setValue("B9");
        test(form.save).click();
        assertThat(form.fields.name.isInvalid()).isTrue();

        form.fields.name.setValue("九号厂房");
        form.fields.floors.more.click();
        form.fields.floors.more.click();
        assertThat(form.isTouched()).isTrue();
        test(form.save).click();

        var stored = buildings.find("B9", null, null, 10).items().getFirst();
        assertThat(buildings.details(stored.id()).profile().floors())
                .extracting(BuildingProfile.Floor::level)
                .containsExactly(2, 1);
        assertThat(getCurrentView()).isInstanceOf(BuildingView.class);
    }

    @Test
    void the_same_floor_twice_is_said_at_the_floors() {
        go("buildings/new");
        var form = (BuildingFormView) getCurrentView();
        form.fields.number.setValue("B9");
        form.fields.name.setValue("九号厂房");
        form.fields.floors.more.click();
        form.fields.floors.more.click();
        ((IntegerField) form.fields.floors.fields(1).getFirst()).setValue(1);

        test(form.save).click();

        assertThat(form.fields.floors.isInvalid()).isTrue();
        assertThat(form.fields.floors.getErrorMessage()).contains("重复");
    }

    @Test
    void a_lease_is_signed_through_the_form() {
        var unit = unit(building(), 1, "101", UnitState.VACANT);
        var form = leaseForm(unit);
        assertThat(form.isTouched()).isFalse();
        form.number.setValue("HT-7");
        form.tenant.setValue("旌湖机械有限公司");
        form.terms.rent.setValue(new BigDecimal("18"));
        assertThat(form.reckoned.getText()).contains("500 m²", "9,000 元", "10.8 万元/年");

        test(form.sign).click();

        var signed = leases.find(LeaseFilter.ALL, null, 10).items().getFirst();
        assertThat(signed.number()).isEqualTo("HT-7");
        assertThat(signed.lastDay()).isEqualTo(TODAY.plusYears(3).minusDays(1));
        assertThat(leases.instalments(signed.id())).hasSize(12);
        assertThat(getCurrentView()).isInstanceOf(LeaseView.class);
    }

    @Test
    void a_lease_that_overlaps_another_is_refused_at_the_units() {
        var unit = unit(building(), 1, "101", UnitState.VACANT);
        lease("HT-1", unit, TODAY.minusMonths(2), TODAY.plusMonths(10));
        var form = leaseForm(unit);
        assertThat(form.from.getValue()).isEqualTo(TODAY.plusMonths(10).plusDays(1));
        form.number.setValue("HT-2");
        form.tenant.setValue("另一家企业");
        form.terms.rent.setValue(new BigDecimal("18"));
        form.from.setValue(TODAY);

        test(form.sign).click();

        assertThat(form.units.isInvalid()).isTrue();
        assertThat(form.units.getErrorMessage()).contains("101", "HT-1", "租期不能重叠");
        assertThat(form.sign.isEnabled()).isTrue();
        assertThat(leases.find(LeaseFilter.ALL, null, 10).items()).hasSize(1);
    }

    @Test
    void what_is_missing_of_a_lease_is_said_at_its_fields() {
        var form = leaseForm(unit(building(), 1, "101", UnitState.VACANT));

        test(form.sign).click();

        assertThat(form.terms.rent.isInvalid()).isTrue();
        form.terms.rent.setValue(BigDecimal.TEN);
        test(form.sign).click();
        assertThat(form.terms.rent.isInvalid()).isFalse();
        assertThat(form.number.isInvalid()).isTrue();
    }

    @Test
    void a_payment_that_is_recorded_by_a_double_click_is_one() {
        var unit = unit(building(), 1, "101", UnitState.VACANT);
        var id = lease("HT-1", unit, TODAY.minusMonths(2), TODAY.plusMonths(10));
        go("leases/" + id);
        var view = (LeaseView) getCurrentView();
        assertThat(view.getElement().getTextRecursively()).contains("逾期", "租金计划");
        test(view.pay).click();
        var dialog = $(AskDialog.class).all().getFirst();
        var amount = field(dialog, BigDecimalField.class, "金额（元）");
        assertThat(amount.getValue()).isEqualByComparingTo("10000");
        field(dialog, TextField.class, "收款编号").setValue("SK-1");

        dialog.go.click();
        dialog.go.click();

        assertThat(payments.of(id)).hasSize(1);
        assertThat(((LeaseView) getCurrentView()).getElement().getTextRecursively())
                .contains("SK-1", "已付清");
    }

    @Test
    void a_receipt_that_stands_for_another_payment_is_said_at_its_field() {
        var unit = unit(building(), 1, "101", UnitState.VACANT);
        var id = lease("HT-1", unit, TODAY.minusMonths(2), TODAY.plusMonths(10));
        payments.record(id, new org.kaiyuan.plots.RentPayment("SK-1", BigDecimal.ONE, TODAY, null));
        go("leases/" + id);
        test(((LeaseView) getCurrentView()).pay).click();
        var dialog = $(AskDialog.class).all().getFirst();
        var reference = field(dialog, TextField.class, "收款编号");
        reference.setValue("SK-1");

        test(dialog.go).click();

        assertThat(reference.isInvalid()).isTrue();
        assertThat(reference.getErrorMessage()).contains("SK-1", "另一笔");
    }

    @Test
    void the_list_of_leases_asks_what_its_address_says() {
        var building = building();
        var soon = unit(building, 1, "101", UnitState.VACANT);
        var late = unit(building, 2, "201", UnitState.VACANT);
        lease("HT-1", soon, TODAY, TODAY.plusMonths(1));
        lease("HT-2", late, TODAY.minusMonths(2), TODAY.plusYears(2));

        go("leases");
        var view = (LeaseListView) getCurrentView();
        assertThat(numbers(view)).containsExactlyInAnyOrder("HT-1", "HT-2");
        assertThat(view.told.getElement().getTextRecursively()).contains("1 份合同三个月内到期", "期租金逾期未付");

        go("leases?show=ENDING");
        assertThat(numbers((LeaseListView) getCurrentView())).containsExactly("HT-1");

        go("leases?q=HT-2&state=RUNNING");
        assertThat(numbers((LeaseListView) getCurrentView())).containsExactly("HT-2");

        go("leases?show=OVERDUE");
        view = (LeaseListView) getCurrentView();
        assertThat(view.rows.isVisible()).isFalse();
        assertThat(view.overdue.getGenericDataView().getItems())
                .isNotEmpty()
                .allMatch(rent -> rent.number().equals("HT-2"));
    }

    @Test
    void leases_that_end_soon_come_by_their_end_and_narrow_by_what_was_typed() {
        var building = building();
        lease("HT-2", unit(building, 1, "101", UnitState.VACANT), TODAY, TODAY.plusMonths(3));
        lease("HT-1", unit(building, 1, "102", UnitState.VACANT), TODAY, TODAY.plusMonths(2));
        lease(
                "HT-3",
                unit(building, 1, "103", UnitState.VACANT),
                TODAY.plusDays(1),
                TODAY.plusMonths(1));

        go("leases?show=ENDING");
        assertThat(numbers((LeaseListView) getCurrentView()))
                .containsExactly("HT-3", "HT-1", "HT-2");
        go("leases?show=ENDING&state=RUNNING&q=旌湖");
        assertThat(numbers((LeaseListView) getCurrentView())).containsExactly("HT-1", "HT-2");
        go("leases?show=ENDING&unit=" + UnitId.next());
        assertThat(numbers((LeaseListView) getCurrentView())).isEmpty();
    }

    @Test
    void the_list_of_buildings_leads_to_the_plot_of_each() throws Exception {
        var plot = plot();
        var p = buildings.details(building()).profile();
        registration.revise(
                buildings.find(null, null, null, 1).items().getFirst().id(),
                0,
                new BuildingProfile(
                        p.number(),
                        p.name(),
                        plot,
                        p.longitude(),
                        p.latitude(),
                        p.builtM2(),
                        p.floorsAbove(),
                        p.floorsBelow(),
                        p.completedOn(),
                        p.holderId(),
                        p.holderName(),
                        p.note(),
                        p.floors()));

        go("buildings");
        var view = (BuildingListView) getCurrentView();
        var row = view.rows.getGenericDataView().getItem(0);

        assertThat(row.plotNumber()).isEqualTo("DY-B-1");
        assertThat(test(view.rows).getCellComponent(0, 1).getElement().getAttribute("href"))
                .isEqualTo("plots/" + plot);
    }

    @Test
    void units_are_offered_by_how_their_number_begins() {
        var building = building();
        unit(building, 1, "101", UnitState.VACANT);
        unit(building, 2, "201", UnitState.VACANT);
        unit(building, 2, "202", UnitState.NOT_FOR_LEASE);
        go("leases/new");
        var form = (LeaseFormView) getCurrentView();

        assertThat(offered(form, "")).hasSize(2);
        assertThat(offered(form, "2")).singleElement().asString().startsWith("B1 201");
        assertThat(offered(form, "B1 1")).singleElement().asString().startsWith("B1 101");
        assertThat(offered(form, "01")).isEmpty();
    }

    private static List<String> offered(LeaseFormView form, String typed) {
        return form.offered(typed).map(LeaseFormView.Room::label).toList();
    }

    @Test
    void a_unit_says_which_leads_it_fits_to_who_may_see_leads() {
        var building = building();
        var id = unit(building, 1, "101", UnitState.VACANT);
        go("buildings/" + building + "?unit=" + id);
        roundTrip(); // the look is attached with its tab
        test(button(((BuildingView) getCurrentView()).look, "适合的线索")).click();
        var dialog = $(Dialog.class).all().getFirst();
        assertThat(dialog.getHeaderTitle()).contains("101");
        assertThat(every(dialog)).anyMatch(LeadMatchPanel.class::isInstance);

        onlyFloors();
        go("buildings/" + building);
        ((BuildingView) getCurrentView()).look(id);
        assertThat(every(((BuildingView) getCurrentView()).look))
                .noneMatch(one -> one instanceof Button b && b.getText().equals("适合的线索"));
    }

    @Test
    void a_floor_is_added_on_top_of_what_others_have_changed() {
        var building = building();
        go("buildings/" + building);
        var view = (BuildingView) getCurrentView();
        test(button(view, "增加楼层")).click();
        var dialog = $(AskDialog.class).all().getFirst();
        registration.revise(
                building,
                0,
                BuildingProfile.named(
                        "B1", "一号新厂房", buildings.details(building).profile().floors()));

        test(dialog.go).click();

        assertThat(dialog.isOpened()).isFalse();
        var now = buildings.details(building).profile();
        assertThat(now.name()).isEqualTo("一号新厂房");
        assertThat(now.floors()).extracting(BuildingProfile.Floor::level).containsExactly(3, 2, 1);
    }

    @Test
    void the_overview_tells_vacancy_expiry_and_what_is_overdue() {
        var building = building();
        unit(building, 1, "101", UnitState.VACANT);
        var let = unit(building, 2, "201", UnitState.VACANT);
        lease("HT-1", let, TODAY.minusMonths(2), TODAY.plusMonths(1));

        go("floors");
        roundTrip();
        assertThat(((Component) getCurrentView()).getElement().getTextRecursively())
                .contains("50.0%", "一号厂房");

        go("leases/ending");
        var view = (FloorOverviewView) getCurrentView();
        assertThat(view.tabs.getSelectedIndex()).isEqualTo(1);
        roundTrip();
        assertThat(view.getElement().getTextRecursively()).contains("HT-1", "未续租");
    }

    @Test
    void what_is_not_there_is_said_to_be_none() {
        go("buildings/" + BuildingId.next());
        assertThat(((BuildingView) getCurrentView()).getPageTitle()).startsWith("找不到页面");
        go("buildings/" + BuildingId.next() + "/edit");
        assertThat(((BuildingFormView) getCurrentView()).getPageTitle()).startsWith("找不到页面");
        go("leases/" + LeaseId.next());
        assertThat(((LeaseView) getCurrentView()).getPageTitle()).startsWith("找不到页面");
    }

    @Test
    void who_keeps_floors_alone_sees_neither_land_nor_enterprises() {
        var building = building();
        var unit = unit(building, 1, "101", UnitState.VACANT);
        var id = lease("HT-1", unit, TODAY.minusMonths(2), TODAY.plusMonths(10));
        onlyFloors();

        for (var page :
                List.of(
                        "buildings",
                        "buildings/" + building,
                        "buildings/" + building + "/edit",
                        "leases",
                        "leases/" + id,
                        "leases/new?unit=" + unit,
                        "floors")) {
            go(page);
            var links =
                    every((Component) getCurrentView())
                            .map(one -> one.getElement().getAttribute("href"))
                            .filter(Objects::nonNull);
            assertThat(getCurrentView().getClass().getPackageName()).as(page).endsWith("ui.floors");
            assertThat(links).as(page).noneMatch(href -> href.matches("(plots|enterprises).*"));
        }
        go("buildings/" + building + "/edit");
        assertThat(((BuildingFormView) getCurrentView()).fields.plot.isVisible()).isFalse();
        assertThat(every((Component) getCurrentView()).filter(ComboBox.class::isInstance))
                .noneMatch(Component::isVisible);
    }

    private static void onlyFloors() {
        var now = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        var may =
                now.getAuthorities().stream()
                        .filter(one ->
                                Set.of(
                                                "ROLE_" + PlotPermissions.FLOORS_READ,
                                                "ROLE_" + PlotPermissions.FLOORS_WRITE,
                                                "ROLE_" + PlotPermissions.LEASES)
                                        .contains(String.valueOf(one.getAuthority())))
                        .toList();
        assertThat(may).hasSize(3);
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new TestingAuthenticationToken(
                                Objects.requireNonNull(now.getPrincipal()), "", List.copyOf(may))));
    }

    private static void go(String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            UI.getCurrent().navigate(address);
        } else {
            UI.getCurrent()
                    .navigate(
                            address.substring(0, query),
                            QueryParameters.fromString(address.substring(query + 1)));
        }
    }

    private LeaseFormView leaseForm(UnitId unit) {
        go("leases/new?unit=" + unit);
        return (LeaseFormView) getCurrentView();
    }

    private BuildingId building() {
        return registration.register(
                BuildingProfile.named(
                        "B1",
                        "一号厂房",
                        List.of(
                                new BuildingProfile.Floor(1, new BigDecimal("1200")),
                                new BuildingProfile.Floor(2, new BigDecimal("1200")))));
    }

    private PlotId plot() {
        var brought =
                imports.bring(
                        """
                        {"type":"Feature","properties":{"地块编号":"DY-B-1","地块名称":"厂房用地","地类编号":"100101"},
                         "geometry":{"type":"Polygon","coordinates":[[[104.4,31.1],[104.401,31.1],[104.401,31.101],[104.4,31.1]]]}}\
                        """
                                .getBytes(StandardCharsets.UTF_8),
                        ReadingOptions.NONE,
                        true);
        return Objects.requireNonNull(brought.plots().getFirst().id());
    }

    private UnitId unit(BuildingId building, int level, String number, UnitState state) {
        return units.add(
                building,
                new UnitProfile(
                        level,
                        number,
                        new BigDecimal("500"),
                        new BigDecimal("19.61"),
                        new BigDecimal("6.5"),
                        null,
                        null,
                        UnitUse.WORKSHOP,
                        state,
                        null));
    }

    /** 20 yuan per m² and month: 10,000 a month. */
    private LeaseId lease(String number, UnitId unit, LocalDate from, LocalDate to) {
        return signing.sign(
                new LeaseDraft(
                        number,
                        null,
                        "旌湖机械有限公司",
                        Set.of(unit),
                        from,
                        LeaseTerms.flat(to, new BigDecimal("20"), 1),
                        null));
    }

    private static String said(StackingPlan plan, UnitId unit) {
        return Objects.requireNonNull(plan.box(unit)).getElement().getAttribute("aria-label");
    }

    private static List<String> numbers(LeaseListView view) {
        return view.rows.getGenericDataView().getItems().map(row -> row.number()).toList();
    }

    private static Button button(Component in, String text) {
        return every(in)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(one -> one.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static <F extends Component & com.vaadin.flow.component.HasLabel> F field(
            AskDialog dialog, Class<F> type, String label) {
        return every(dialog.form)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(one -> one.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> every(Component in) {
        return Stream.concat(Stream.of(in), in.getChildren().flatMap(FloorViewsTest::every));
    }
}
