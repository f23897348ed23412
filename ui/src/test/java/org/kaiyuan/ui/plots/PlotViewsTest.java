package org.kaiyuan.ui.plots;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.PlotColours;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotImport;
import org.kaiyuan.plots.PlotQuestion;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Land: its list, one plot, the form. */
class PlotViewsTest extends ViewTest {
    @Autowired PlotImport imports;
    @Autowired PlotDirectory directory;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, plots.layer_shape, plots.upload cascade");
        }
    }

    @Test
    void the_list_asks_what_its_address_says() {
        bring("A-01", 0);
        bring("B-02", 300);

        UI.getCurrent()
                .navigate("plots", QueryParameters.fromString("q=B-0&state=PLANNED&colours=USE"));
        var view = (PlotListView) getCurrentView();

        assertThat(view.count.getText()).isEqualTo("共 1 块，14.99 亩");
        assertThat(view.rows.getGenericDataView().getItems().map(row -> row.number()))
                .containsExactly("B-02");
        assertThat(view.ground.colours.getValue()).isEqualTo(PlotColours.USE);
        assertThat(view.filter.typed.getValue()).isEqualTo("B-0");
    }

    @Test
    void a_question_is_the_same_after_it_was_an_address() {
        var question =
                new PlotQuestion(
                        new PlotFilter(
                                "旌湖",
                                Set.of(PlotState.APPROVED, PlotState.RESERVE),
                                "1001",
                                new java.math.BigDecimal("666.67"),
                                null,
                                null,
                                null),
                        PlotColours.USE,
                        java.time.LocalDate.of(2026, 3, 1));

        assertThat(PlotQuestion.read(question.text())).isEqualTo(question);
        assertThat(PlotQuestion.of(Map.of("state", List.of("NONE"), "areaFrom", List.of("x"))))
                .isEqualTo(PlotQuestion.ALL);
    }

    @Test
    void what_is_typed_and_not_saved_is_asked_for_before_it_is_lost() {
        var id = bring("A-01", 0);
        UI.getCurrent().navigate("plots/" + id + "/edit");
        var form = (PlotFormView) getCurrentView();
        assertThat(form.isTouched()).isFalse();

        form.fields.name.setValue("新名称");

        assertThat(form.isTouched()).isTrue();
    }

    @Test
    void a_missing_name_is_said_at_its_field_and_a_good_one_is_stored() {
        var id = bring("A-01", 0);
        UI.getCurrent().navigate("plots/" + id + "/edit");
        var form = (PlotFormView) getCurrentView();
        form.fields.name.setValue(" ");
        test(form.save).click();
        assertThat(form.fields.name.isInvalid()).isTrue();

        form.fields.name.setValue("一号地");
        form.fields.investment.setValue(new java.math.BigDecimal("150"));
        test(form.save).click();

        assertThat(directory.details(id).profile().name()).isEqualTo("一号地");
        // 150 万元 per 亩 are 2,250 yuan per m²
        assertThat(directory.details(id).profile().investmentYuanM2()).isEqualByComparingTo("2250");
    }

    @Test
    void a_plot_that_is_not_there_is_said_to_be_none() {
        UI.getCurrent().navigate("plots/" + PlotId.next());

        assertThat(((PlotView) getCurrentView()).getPageTitle()).startsWith("找不到页面");
    }

    private PlotId bring(String number, int east) {
        double west = 104.4 + east / 95_000.0;
        var file =
                """
                {"type":"Feature","properties":{"地块编号":"%s","地块名称":"试验地","地类编号":"100101"},
                 "geometry":{"type":"Polygon","coordinates":[[[%2$s,31.1],[%3$s,31.1],[%3$s,31.1009],[%2$s,31.1009],[%2$s,31.1]]]}}\
                """
                        .formatted(number, west, west + 0.00105);
        var brought =
                imports.bring(
                        file.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        ReadingOptions.NONE,
                        true);
        assertThat(brought.taken()).isTrue();
        return java.util.Objects.requireNonNull(brought.plots().getFirst().id());
    }
}
