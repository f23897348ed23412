package org.kaiyuan.ui.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceState;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.springframework.beans.factory.annotation.Autowired;

/** The catalogue and the page of a service, without a browser. */
@ActAsZone("views-of-services")
class ServiceCatalogueViewsTest extends ViewTest {
    @Autowired ServiceKeeping keeping;
    @Autowired ServiceCatalogue catalogue;
    @Autowired TestServers servers;

    @BeforeEach
    void no_services() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate services.service cascade");
        }
    }

    @Test
    void an_empty_catalogue_says_what_to_do() {
        var view = navigate(ServiceListView.class);
        roundTrip();

        assertThat(view.rows.getEmptyStateComponent().getElement().getTextRecursively())
                .contains("还没有服务事项", "新建服务事项");
    }

    @Test
    void the_address_holds_what_is_asked_for() {
        begin(ServiceTrack.PARK, "出具园区证明");
        begin(ServiceTrack.TICKET, "厂房报修");

        UI.getCurrent()
                .navigate(
                        ServiceListView.class,
                        QueryParameters.of("track", ServiceTrack.TICKET.name()));
        roundTrip();

        var view = (ServiceListView) getCurrentView();
        assertThat(view.track.getValue()).isEqualTo(ServiceTrack.TICKET);
        assertThat(test(view.rows).size()).isEqualTo(1);
        assertThat(test(view.rows).getRow(0).title()).isEqualTo("厂房报修");
        view.typed.setValue("没有这个");
        roundTrip();
        assertThat(test(view.rows).size()).isZero();
        assertThat(view.rows.getEmptyStateComponent().getElement().getTextRecursively())
                .contains("没有符合条件", "清除筛选");
    }

    @Test
    void a_service_is_begun_and_its_editor_opens() {
        var view = navigate(ServiceNewView.class);
        view.track.setValue(ServiceTrack.PARK);
        assertThat(view.matter.isVisible()).isFalse();
        view.title.setValue("出具园区证明");

        test(view.begin).click();

        assertThat(getCurrentView()).isInstanceOf(ServiceEditView.class);
        var row =
                catalogue.list(org.kaiyuan.services.ServiceFilter.ALL, null, 10).items().getFirst();
        assertThat(row.title()).isEqualTo("出具园区证明");
        assertThat(row.state()).isEqualTo(ServiceState.DRAFT);
    }

    @Test
    void a_statutory_service_without_its_matter_is_refused_at_the_field() {
        var view = navigate(ServiceNewView.class);
        view.track.setValue(ServiceTrack.STATUTORY);
        view.title.setValue("施工许可");

        test(view.begin).click();

        assertThat(view.matter.isInvalid()).isTrue();
        assertThat(view.title.getValue()).isEqualTo("施工许可");
        assertThat(view.begin.isEnabled()).isTrue();
    }

    @Test
    void what_hinders_publishing_leads_to_where_it_is_mended() {
        var id = begin(ServiceTrack.BUNDLE, "企业开办一件事");

        var view = show(id);

        assertThat(view.publish.isEnabled()).isFalse();
        assertThat(view.hindrances.getElement().getTextRecursively()).contains("一件事");
        assertThat($(Anchor.class).from(view.hindrances).all().stream().map(Anchor::getHref))
                .contains("services/catalogue/" + id + "/edit?tab=parts");
    }

    @Test
    void a_complete_draft_is_published_closed_and_opened_again() {
        var id =
                keeping.begin(
                        null,
                        ServiceTrack.PARK,
                        null,
                        ServicesOfAZone.complete(ServiceTrack.PARK, "出具园区证明"));
        var view = show(id);
        assertThat(view.publish.isEnabled()).isTrue();

        test(view.publish).click();
        confirm();

        assertThat(catalogue.find(id).row().state()).isEqualTo(ServiceState.OPEN);
        assertThat(view.editions.getElement().getTextRecursively()).contains("第 1 版");
        assertThat(view.publish.isVisible()).isFalse();
        test(view.close).click();
        confirm();
        assertThat(catalogue.find(id).row().state()).isEqualTo(ServiceState.CLOSED);
        test(view.reopen).click();
        confirm();
        assertThat(catalogue.find(id).row().state()).isEqualTo(ServiceState.OPEN);
    }

    @Test
    void the_next_draft_stands_beside_what_counts_and_can_be_dropped() {
        var id = published("出具园区证明");
        keeping.write(
                id,
                ServicesOfAZone.complete(ServiceTrack.PARK, "出具证明（新）"),
                catalogue.find(id).row().version());

        var view = show(id);

        assertThat(view.sides.getComponentCount()).isEqualTo(2);
        test(view.drop).click();
        confirm();
        assertThat(catalogue.find(id).draft()).isNull();
        assertThat(view.sides.getComponentCount()).isEqualTo(1);
    }

    @Test
    void with_the_draft_of_a_service_that_was_never_published_the_service_is_gone() {
        var id = begin(ServiceTrack.PARK, "写错的事项");
        var view = show(id);

        test(view.drop).click();
        confirm();

        assertThat(getCurrentView()).isInstanceOf(ServiceListView.class);
    }

    @Test
    void a_service_that_is_not_there_says_so_and_leads_back() {
        UI.getCurrent().navigate("services/catalogue/" + ServiceId.next());
        roundTrip();

        assertThat(getCurrentView().getElement().getTextRecursively()).contains("返回服务事项");
        UI.getCurrent().navigate("services/catalogue/nonsense");
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("返回服务事项");
    }

    @Test
    @ActAsZone(value = "views-of-services", permissions = ServicesPermissions.READ)
    void who_only_reads_is_offered_nothing_to_change() {
        var view = navigate(ServiceListView.class);

        assertThat(view.getElement().getTextRecursively()).doesNotContain("新建服务事项");
    }

    private ServiceId begin(ServiceTrack track, String title) {
        return keeping.begin(null, track, null, ServiceDefaults.note(track, title));
    }

    private ServiceId published(String title) {
        var id =
                keeping.begin(
                        null,
                        ServiceTrack.PARK,
                        null,
                        ServicesOfAZone.complete(ServiceTrack.PARK, title));
        keeping.publish(id, catalogue.find(id).row().version());
        return id;
    }

    private ServiceView show(ServiceId id) {
        var view = navigate(ServiceView.class, Map.of("service", id.toString()));
        roundTrip();
        return view;
    }

    private void confirm() {
        roundTrip();
        test($(AskDialog.class).all().getLast().go).click();
        roundTrip();
    }
}
