package org.kaiyuan.ui.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.FairDraft;
import org.kaiyuan.leads.FigureGroup;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadFairs;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.Chart;
import org.springframework.beans.factory.annotation.Autowired;

/** The director's pages over real leads: what they show, and where their figures lead. */
class LeadFigureViewsTest extends ViewTest {
    @Autowired LeadRegistration registration;
    @Autowired LeadFairs fairs;
    @Autowired TestServers servers;
    @Autowired Clock clock;

    @BeforeEach
    void no_leads() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate leads.lead, leads.fair, leads.target cascade");
        }
    }

    @Test
    void with_no_leads_the_overview_says_what_to_do() {
        UI.getCurrent().navigate(LeadOverviewView.class);
        var view = (LeadOverviewView) getCurrentView();

        assertThat(text(view.funnel)).contains("还没有线索");
        assertThat(view.groups.isVisible()).isFalse();
        assertThat(text(view.rates)).contains("还没有签约项目");
        assertThat(charts(view)).isEmpty();
    }

    @Test
    void every_figure_of_the_overview_leads_to_its_list_within_what_the_address_says() {
        register("会展甲", InvestmentWay.EXHIBITION);
        register("会展乙", InvestmentWay.EXHIBITION);
        register("上门丙", InvestmentWay.WALK_IN);
        var today = LocalDate.now(clock).toString();

        UI.getCurrent()
                .navigate(LeadOverviewView.class, QueryParameters.of("registeredFrom", today));
        var view = (LeadOverviewView) getCurrentView();

        assertThat(view.from.getValue()).hasToString(today);
        assertThat(view.by.getValue()).isEqualTo(FigureGroup.WAY);
        assertThat(links(view.funnel))
                .containsEntry("线索 累计到达(个) 3", "leads?reached=CLUE&registeredFrom=" + today);
        assertThat(links(view.groups))
                .containsEntry("会展招商 2", "leads?way=EXHIBITION&registeredFrom=" + today);
        // each picture has its table
        assertThat(charts(view.funnel)).hasSize(1);
        assertThat(text(view.funnel)).contains("累计到达(个)");
    }

    @Test
    void what_the_fields_say_goes_into_the_address() {
        register("会展甲", InvestmentWay.EXHIBITION);
        register("上门丙", InvestmentWay.WALK_IN);
        UI.getCurrent().navigate(LeadOverviewView.class);
        var view = (LeadOverviewView) getCurrentView();

        test(view.way).selectItem("会展招商");

        var asked = UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters();
        assertThat(asked.getParameters()).containsEntry("way", List.of("EXHIBITION"));
        var now = (LeadOverviewView) getCurrentView();
        assertThat(links(now.funnel)).containsKey("线索 累计到达(个) 1");
    }

    @Test
    void the_chain_map_shows_gaps_and_opens_a_lead_for_one() {
        registration.register(
                LeadDraft.named("面板项目").leadingIndustry("电子信息产业").subIndustry("新型显示").profile(),
                false);

        UI.getCurrent().navigate(ChainMapView.class);
        var view = (ChainMapView) getCurrentView();

        assertThat(view.industries.getChildren()).hasSize(6);
        var addresses = anchors(view).map(Anchor::getHref).toList();
        assertThat(addresses)
                .contains(
                        "leads/new?leadingIndustry=%E7%94%B5%E5%AD%90%E4%BF%A1%E6%81%AF%E4%BA%A7%E4%B8%9A"
                                + "&subIndustry=%E9%9B%86%E6%88%90%E7%94%B5%E8%B7%AF");
        assertThat(addresses)
                .filteredOn(one -> one.startsWith("enterprises?subIndustry="))
                .hasSize(26);
        assertThat(links(view)).containsKey("新型显示 线索(个) 1");
        assertThat(text(view)).contains("缺口").contains("布局高世代柔性面板生产线");
    }

    @Test
    void shades_are_told_apart_whatever_the_size_of_the_zone() {
        assertThat(ChainMapView.shade(0, 1)).isZero();
        assertThat(ChainMapView.shade(1, 1)).isEqualTo(4);
        assertThat(ChainMapView.shade(1, 1000)).isEqualTo(1);
        assertThat(ChainMapView.shade(500, 1000)).isEqualTo(3);
        assertThat(ChainMapView.shade(1000, 1000)).isEqualTo(4);
    }

    @Test
    void a_fair_is_entered_and_changed_in_a_dialog() {
        UI.getCurrent().navigate(FairsView.class);
        var view = (FairsView) getCurrentView();
        test(view.begin).click();
        var dialog = $(FairDialog.class).single();
        dialog.name.setValue("西博会");
        dialog.heldOn.setValue(LocalDate.of(2026, 5, 25));

        test(dialog.save).click();

        assertThat(fairs.list(null, 9).items())
                .singleElement()
                .satisfies(one -> assertThat(one.fair().name()).isEqualTo("西博会"));
        assertThat(test(view.list).size()).isEqualTo(1);
    }

    @Test
    void fairs_lead_to_their_leads() {
        var id = fairs.create(new FairDraft("科博会", "绵阳", LocalDate.of(2026, 9, 1), null)).value();
        registration.register(LeadDraft.named("展会项目").fairId(id).profile(), false);

        UI.getCurrent().navigate(FairsView.class);
        var view = (FairsView) getCurrentView();

        var cell = (Component) test(view.list).getCellComponent(0, 2);
        assertThat(cell)
                .isInstanceOfSatisfying(
                        Anchor.class,
                        link -> assertThat(link.getHref()).isEqualTo("leads?fair=" + id));
    }

    @Test
    void targets_of_the_quarter_in_the_address_stand_beside_what_was_achieved() {
        joinTheZone();
        register("甲", InvestmentWay.CHAIN);
        UI.getCurrent().navigate(TargetsView.class);
        var view = (TargetsView) getCurrentView();

        assertThat(view.quarter.getValue())
                .isEqualTo((LocalDate.now(clock).getMonthValue() + 2) / 3);
        assertThat(text(view.table)).contains("未设目标");

        UI.getCurrent()
                .navigate(
                        TargetsView.class,
                        new QueryParameters(
                                Map.of(
                                        "year",
                                        List.of("" + (LocalDate.now(clock).getYear() - 3)),
                                        "quarter",
                                        List.of("2"))));
        assertThat(text(((TargetsView) getCurrentView()).table)).contains("还没有目标");
    }

    private LeadId register(String name, InvestmentWay way) {
        return registration.register(LeadDraft.named(name).way(way).profile(), false);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static List<Component> charts(Component in) {
        return components(in.getElement()).filter(Chart.class::isInstance).toList();
    }

    /** Addresses by what is read aloud. */
    private static Map<String, String> links(Component in) {
        var links = new java.util.LinkedHashMap<String, String>();
        anchors(in)
                .forEach(link ->
                        link.getAriaLabel().ifPresent(label -> links.put(label, link.getHref())));
        return links;
    }

    private static Stream<Anchor> anchors(Component in) {
        return components(in.getElement()).filter(Anchor.class::isInstance).map(Anchor.class::cast);
    }

    private static Stream<Component> components(Element element) {
        return Stream.concat(
                element.getComponent().stream(),
                element.getChildren().flatMap(LeadFigureViewsTest::components));
    }
}
