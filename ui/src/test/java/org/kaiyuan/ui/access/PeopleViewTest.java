package org.kaiyuan.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.platform.access.RoleRow;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of people, roles and relations over the demo's zone of Deyang. */
@ActAsZone("deyang")
class PeopleViewTest extends ViewTest {
    @Autowired RoleKeeping roles;

    @Test
    void the_zones_people_are_listed_and_found_by_the_beginning_of_a_name() {
        var view = navigate(PeopleView.class);
        assertThat(test(view.people).size()).isGreaterThanOrEqualTo(4);

        view.filter.setValue("deyang-audit");

        assertThat(test(view.people).size()).isEqualTo(1);
        assertThat(test(view.people).getRow(0).username()).isEqualTo("deyang-audit");
    }

    @Test
    void one_person_opens_beside_the_list_with_what_they_hold() {
        var view = navigate(PeopleView.class);
        view.filter.setValue("deyang-staff");

        view.open(test(view.people).getRow(0));

        var panel = (PersonPanel) view.beside.getChildren().findFirst().orElseThrow();
        assertThat(panel.roles.getSelectedItems()).extracting(RoleRow::id).contains("ZONE_STAFF");
        assertThat(panel.leave.isVisible()).isTrue();
    }

    @Test
    void a_role_of_the_zones_own_stands_in_the_matrix() {
        var name = "查阅" + UUID.randomUUID().toString().substring(0, 6);
        roles.create(name, DataScope.ZONE, Set.of("enterprises:read"));

        var view = navigate(RolesView.class);

        assertThat(view.matrix.getElement().getTextRecursively())
                .contains(name, "园区管理员", "安全管理员", "查看企业档案");
    }

    @Test
    void relations_and_sign_in_rules_open_for_who_looks_after_people() {
        assertThat(navigate(RelationsView.class).begin.isVisible()).isTrue();
        assertThat(navigate(SignInRulesView.class).save.isVisible()).isTrue();
    }

    @Test
    @ActAsZone(value = "deyang", permissions = AccessPermissions.READ)
    void who_may_only_look_can_change_nothing() {
        assertThat(navigate(PeopleView.class).invite.isVisible()).isFalse();
        assertThat(navigate(RolesView.class).create.isVisible()).isFalse();
        assertThat(navigate(RelationsView.class).begin.isVisible()).isFalse();
        assertThat(navigate(SignInRulesView.class).save.isVisible()).isFalse();
    }

    @Test
    @ActAsZone(value = "deyang", permissions = "enterprises:read")
    void staff_do_not_get_in() {
        assertThatThrownBy(() -> navigate(PeopleView.class));
        assertThatThrownBy(() -> navigate(RolesView.class));
        assertThatThrownBy(() -> navigate(RelationsView.class));
    }
}
