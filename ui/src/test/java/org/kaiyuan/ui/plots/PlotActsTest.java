package org.kaiyuan.ui.plots;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.plots.LayerKeeping;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.LayerUploads;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotImport;
import org.kaiyuan.plots.PlotMoves;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.PlotUploads;
import org.kaiyuan.plots.ReservationState;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.GroundMap;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done with a plot from its pages: holding it, moving it, drawing it anew; bringing files. */
class PlotActsTest extends ViewTest {
    @Autowired PlotImport imports;
    @Autowired PlotUploads uploads;
    @Autowired LayerUploads layerUploads;
    @Autowired LayerKeeping layers;
    @Autowired PlotDirectory directory;
    @Autowired PlotReservations reservations;
    @Autowired PlotMoves moves;
    @Autowired LeadRegistration leads;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, plots.layer_shape, plots.upload, leads.lead cascade");
        }
        joinTheZone();
    }

    @Test
    void a_plot_is_held_for_a_lead_that_has_to_be_named() {
        var id = bring("A-01", 0);
        lead("新材料项目");
        open(id, "reservations");
        click("预留给线索");
        var ask = dialog();

        test(ask.go).click();
        ComboBox<?> leadBox = all(ask.form, ComboBox.class).getFirst();
        assertThat(leadBox.isInvalid()).isTrue();
        assertThat(ask.isOpened()).isTrue();

        choose(leadBox, "新材料项目");
        test(ask.go).click();

        assertThat(reservations.of(id))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(ReservationState.HELD);
                    assertThat(line.until()).isEqualTo(LocalDate.now().plusDays(60));
                });
        assertThat(text()).contains("新材料项目");
    }

    @Test
    void a_reservation_without_a_day_is_not_extended() {
        var id = bring("A-01", 0);
        reservations.reserve(id, lead("新材料项目"), LocalDate.now().plusDays(20), false);
        open(id, "reservations");
        click("延长");
        var ask = dialog();
        var until = all(ask.form, DayField.class).getFirst();

        until.setValue(null);
        test(ask.go).click();
        assertThat(until.isInvalid()).isTrue();

        until.setValue(LocalDate.now().plusDays(40));
        test(ask.go).click();
        assertThat(reservations.of(id).getFirst().until()).isEqualTo(LocalDate.now().plusDays(40));
    }

    @Test
    void a_line_across_a_plot_makes_two_of_it_once_their_numbers_are_free() {
        var id = bring("A-01", 0);
        bring("B-02", 300);
        var view = border(id);

        fire(new GroundMap.Lined(view.ground.map, true, "[[104.4005,31.0990],[104.4005,31.1020]]"));
        assertThat(fields(view.named, "地块编号")).containsExactly("A-01-1", "A-01-2");
        all(view.named, TextField.class).getFirst().setValue("B-02");
        test(view.go).click();
        assertThat(all(view.named, TextField.class).getFirst())
                .satisfies(number -> assertThat(number.isInvalid()).isTrue());
        assertThat(view.isTouched()).isTrue();

        all(view.named, TextField.class).getFirst().setValue("A-01甲");
        test(view.go).click();

        assertThat(numbers()).containsExactlyInAnyOrder("A-01甲", "A-01-2", "B-02");
        assertThat(getCurrentView()).isInstanceOf(PlotView.class);
        assertThat(directory.details(id).endedOn()).isEqualTo(LocalDate.now());
    }

    @Test
    void neighbours_that_are_pointed_at_become_one() {
        var id = bring("A-01", 0);
        var neighbour = bringBeside("A-02");
        var view = border(id);
        view.act.setValue(PlotBorderView.Act.MERGE);

        fire(new GroundMap.Picked(view.ground.map, true, neighbour.toString()));
        assertThat(view.how.getText()).contains("A-01、A-02");
        test(view.go).click();

        assertThat(numbers()).containsExactly("A-01");
        assertThat(directory.sums(PlotFilter.ALL, null).areaM2().doubleValue())
                .isBetween(19_900.0, 20_100.0);
    }

    @Test
    void a_border_that_was_drawn_anew_takes_the_place_of_the_old_one() {
        var id = bring("A-01", 0);
        var view = border(id);
        view.act.setValue(PlotBorderView.Act.REBOUND);

        fire(
                new GroundMap.Drawn(
                        view.ground.map,
                        true,
                        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[104.4,31.1],[104.40105,31.1],"
                                + "[104.40105,31.1018],[104.4,31.1018],[104.4,31.1]]]]}"));
        test(view.go).click();

        assertThat(directory.sums(PlotFilter.ALL, null).areaM2().doubleValue())
                .isBetween(19_900.0, 20_100.0);
        assertThat(directory.details(id).endedOn()).isEqualTo(LocalDate.now());
    }

    @Test
    void what_the_law_holds_against_a_supply_is_told_and_nothing_moves() {
        var id = bring("A-01", 0);
        moves.move(id, PlotState.RESERVE, null, null);
        moves.move(id, PlotState.APPROVED, null, null);
        open(id, "facts");

        click("变更为“公告供应”");
        var dialog = $(PlotMoveDialog.class).single();

        assertThat(dialog.gates.getElement().getTextRecursively())
                .contains("须在已批准的详细规划范围内", "城乡规划法》第三十八条");
        assertThat(dialog.go.isVisible()).isFalse();
        assertThat(dialog.where.isVisible()).isTrue();
        assertThat(directory.details(id).state()).isEqualTo(PlotState.APPROVED);
    }

    @Test
    void a_layer_comes_in_once_its_kind_is_chosen() {
        var file = layerUploads.keep("边界.geojson", content(feature("", 104.41)));
        UI.getCurrent().navigate("plots/layers/files/" + file);
        var view = (LayerFileView) getCurrentView();
        assertThat(text()).contains("边界.geojson", "1 个图形");
        assertThat(view.take.isEnabled()).isFalse();

        view.kind.setValue(LayerKind.URBAN_BORDER);
        assertThat(layers.layers()).isEmpty();
        test(view.take).click();

        assertThat(layers.kinds()).containsExactly(LayerKind.URBAN_BORDER);
        assertThat(getCurrentView()).isInstanceOf(PlotLayersView.class);
        assertThat(text()).contains("城镇开发边界");
    }

    @Test
    void exchanged_axes_come_in_after_somebody_has_agreed() {
        var file =
                uploads.keep(
                        "颠倒.geojson",
                        content(
                                """
                                {"type":"Feature","properties":{"地块编号":"X-1","地块名称":"颠倒","地类编号":"100101"},
                                 "geometry":{"type":"Polygon","coordinates":[[[31.1,104.4],[31.1,104.401],[31.101,104.401],[31.101,104.4],[31.1,104.4]]]}}\
                                """));
        UI.getCurrent().navigate("plots/imports/" + file);
        var view = (PlotImportFileView) getCurrentView();
        assertThat(view.take.isEnabled()).isFalse();

        view.findings.agreed.setValue(true);
        test(view.take).click();

        assertThat(numbers()).containsExactly("X-1");
        var box = directory.find(PlotFilter.ALL, null, 1).items().getFirst();
        assertThat(directory.details(box.id()).computedM2().doubleValue()).isPositive();
    }

    @Test
    void a_file_at_fault_says_which_file_line_and_plot() {
        bring("A-01", 0);
        var file = uploads.keep("重复.geojson", content(feature("A-01", 104.42)));
        UI.getCurrent().navigate("plots/imports/" + file);

        assertThat(text()).contains("“重复.geojson”不能导入", "A-01");
        assertThat(((PlotImportFileView) getCurrentView()).take.isVisible()).isFalse();
    }

    @Test
    void a_plot_is_chosen_for_a_lead_and_withdrawn_again() {
        bring("A-01", 0);
        var lead = lead("新材料项目");
        UI.getCurrent()
                .navigate("plots/match", QueryParameters.of("lead", lead.value().toString()));
        assertThat(text()).contains("A-01");

        click("选为意向");
        assertThat(text()).contains("取消意向");
        click("取消意向");
        assertThat(all((Component) getCurrentView(), Button.class))
                .filteredOn(button -> button.getText().equals("选为意向"))
                .singleElement()
                .satisfies(button -> assertThat(button.isEnabled()).isTrue());
    }

    @Test
    void what_is_chosen_on_the_map_is_summed() {
        var id = bring("A-01", 0);
        bring("B-02", 300);
        UI.getCurrent().navigate("plots");
        var view = (PlotListView) getCurrentView();

        fire(new GroundMap.Selected(view.ground.map, true, id + ",no-id"));

        assertThat(view.selected.isVisible()).isTrue();
        assertThat(view.selected.getText()).contains("1 块", "14.99 亩");
    }

    private PlotBorderView border(PlotId id) {
        UI.getCurrent().navigate("plots/" + id + "/border");
        return (PlotBorderView) getCurrentView();
    }

    private void open(PlotId id, String tab) {
        UI.getCurrent().navigate("plots/" + id, QueryParameters.of("tab", tab));
        roundTrip();
    }

    private List<String> numbers() {
        return directory.find(PlotFilter.ALL, null, 10).items().stream()
                .map(row -> row.number())
                .toList();
    }

    private LeadId lead(String name) {
        return leads.register(LeadDraft.named(name).profile(), true);
    }

    private static <T> void choose(ComboBox<T> box, String name) {
        box.setValue(
                box.getGenericDataView()
                        .getItems()
                        .filter(one -> box.getItemLabelGenerator().apply(one).startsWith(name))
                        .findFirst()
                        .orElseThrow());
    }

    private static void fire(com.vaadin.flow.component.ComponentEvent<GroundMap> event) {
        ComponentUtil.fireEvent(event.getSource(), event);
    }

    private PlotId bring(String number, int east) {
        double west = 104.4 + east / 95_000.0;
        return brought(feature(number, west));
    }

    /** Shares a border with the plot that is brought at 0. */
    private PlotId bringBeside(String number) {
        return brought(feature(number, 104.40105));
    }

    private PlotId brought(String file) {
        var brought =
                imports.bring(file.getBytes(StandardCharsets.UTF_8), ReadingOptions.NONE, true);
        assertThat(brought.taken()).as(brought.toString()).isTrue();
        return Objects.requireNonNull(brought.plots().getFirst().id());
    }

    private static String feature(String number, double west) {
        return """
        {"type":"Feature","properties":{"地块编号":"%s","地块名称":"试验地","地类编号":"100101"},
         "geometry":{"type":"Polygon","coordinates":[[[%2$s,31.1],[%3$s,31.1],[%3$s,31.1009],[%2$s,31.1009],[%2$s,31.1]]]}}\
        """
                .formatted(number, west, west + 0.00105);
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
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

    private static List<String> fields(Component in, String label) {
        return all(in, TextField.class).stream()
                .filter(one -> one.getLabel().contains(label))
                .map(one -> one.getValue())
                .toList();
    }

    private static <C extends Component> List<C> all(Component in, Class<C> type) {
        return every(in).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Component> every(Component in) {
        return Stream.concat(Stream.of(in), in.getChildren().flatMap(PlotActsTest::every));
    }
}
