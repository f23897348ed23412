package org.kaiyuan.ui.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.portal.Confirmations;
import org.kaiyuan.portal.MyEnterprises;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.portal.PortalRegistration;
import org.kaiyuan.portal.PortalRegistration.Asked;
import org.kaiyuan.portal.PortalRegistration.NewAccount;
import org.kaiyuan.portal.RepresentativeState;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The pages of the portal over the demo's enterprise people, and the pages of the staff. */
@ActAsZone(value = "zigong", permissions = PortalPermissions.CONFIRM)
class PortalViewsTest extends ViewTest {
    private static final String CODE = "91510300MA0000001P";

    @Autowired PortalRegistration registration;
    @Autowired Confirmations confirmations;
    @Autowired MyEnterprises mine;
    @Autowired AuthenticationProvider signIn;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void staff_see_who_waits_and_that_the_directory_does_not_know_the_enterprise() {
        var name = "等候" + UUID.randomUUID().toString().substring(0, 6);
        registration.register(
                new Asked("zigong", validCode(), name, "13800001234", ""),
                new NewAccount("waits-" + UUID.randomUUID(), "a-password-of-the-test"),
                "192.0.2.1");

        var view = navigate(RepresentativesView.class);

        assertThat(view.list.getGenericDataView().getItems().map(one -> one.row().personName()))
                .contains(name);
        view.state.setValue(RepresentativeState.CONFIRMED);
        assertThat(view.list.getGenericDataView().getItems().map(one -> one.row().username()))
                .contains("zigong-enterprise")
                .doesNotContain(name);
    }

    @Test
    @ActAsZone(value = "zigong", permissions = "enterprises:read")
    void who_may_not_confirm_does_not_get_in() {
        assertThatThrownBy(() -> navigate(RepresentativesView.class));
    }

    @Test
    void an_enterprise_person_sees_their_enterprise_and_its_people() {
        actAs("zigong-enterprise");
        var home = navigate(PortalHomeView.class);
        assertThat(home.standing.getChildren().findFirst().orElseThrow())
                .isInstanceOfSatisfying(
                        Anchor.class,
                        card -> assertThat(card.getHref()).startsWith("portal/enterprises/"));
        var id = mine.mine().getFirst().enterpriseId();

        UI.getCurrent().navigate("portal/enterprises/" + id);
        var view = (PortalEnterpriseView) getCurrentView();

        assertThat(view.contacts.getElement().getTextRecursively()).contains("****");
        view.whole.click();
        assertThat(view.contacts.getElement().getTextRecursively()).doesNotContain("****");
        var people = view.people;
        assertThat(people).isNotNull();
        if (people != null) {
            assertThat(people.people.getElement().getTextRecursively())
                    .contains("zigong-enterprise", "企业管理员");
            assertThat(people.invite.isVisible()).isTrue();
        }
    }

    @Test
    void a_foreign_enterprise_and_a_missing_one_look_the_same() {
        actAs("dazhou-enterprise");
        var foreign = mine.mine().getFirst().enterpriseId();
        SecurityContextHolder.clearContext();
        actAs("zigong-enterprise");

        UI.getCurrent().navigate("portal/enterprises/" + UUID.randomUUID());
        var missing = said();
        UI.getCurrent().navigate("portal/enterprises/" + foreign);

        assertThat(said()).isEqualTo(missing).contains("没有这家企业");
    }

    @Test
    void the_form_says_at_its_fields_what_is_missing() {
        var view = navigate(PortalRegisterView.class);

        view.send.click();

        assertThat(view.creditCode.isInvalid()).isTrue();
        assertThat(view.park.isInvalid()).isTrue();
        assertThat(view.phone.isInvalid()).isTrue();
        view.creditCode.setValue("91510300MA0000001X");
        view.send.click();
        assertThat(view.creditCode.getErrorMessage()).contains("91510300MA0000001X");
    }

    private String said() {
        return ((PortalEnterpriseView) getCurrentView()).getElement().getTextRecursively();
    }

    private static String validCode() {
        var first17 = CODE.substring(0, 17);
        return first17 + org.kaiyuan.enterprises.CreditCode.checkCharacter(first17);
    }

    private void actAs(String username) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        signIn.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        username, "Kaiyuan-demo-2026"))));
    }
}
