package org.kaiyuan.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.access.ApiClientRow;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of the programs that call the API, over the demo's zone of Deyang. */
@ActAsZone("deyang")
class ApiClientsViewTest extends ViewTest {
    @Autowired ApiClientKeeping keeping;

    @Test
    void a_new_client_shows_its_secret_once_and_stands_in_the_list() {
        var view = navigate(ApiClientsView.class);
        var name = "数据交换" + UUID.randomUUID().toString().substring(0, 6);

        test(view.create).click();
        var dialog = $(ApiClientDialog.class).single();
        dialog.name.setValue(name);
        dialog.may.select("enterprises:read");
        dialog.addresses.setValue("10.20.0.0/16\n2001:db8::/32");
        dialog.lastDay.setValue(LocalDate.now().plusYears(1));
        test(dialog.save).click();

        var secret = $(SecretDialog.class).single();
        assertThat(secret.secret.getValue()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(secret.secret.isReadOnly()).isTrue();
        secret.close();
        var panel = (ApiClientPanel) view.beside.getChildren().findFirst().orElseThrow();
        assertThat(panel.getElement().getTextRecursively())
                .contains(name, "查看企业档案", "10.20.0.0/16", "从未调用")
                .doesNotContain(secret.secret.getValue());
    }

    @Test
    void what_is_left_to_persons_is_not_offered() {
        var dialog = navigate(ApiClientsView.class).edit(null);

        assertThat(dialog.may.getListDataView().getItems())
                .contains("enterprises:read", "enterprises:import", "access:read")
                .doesNotContain(
                        "access:grant",
                        "access:people",
                        "access:relate",
                        "access:view-as",
                        "access:clients",
                        "access:register");
    }

    @Test
    void a_revoked_client_can_be_looked_at_and_nothing_else() {
        var made = made();
        keeping.revoke(made.id());
        var view = navigate(ApiClientsView.class);

        view.refresh(made.id());

        var panel = (ApiClientPanel) view.beside.getChildren().findFirst().orElseThrow();
        assertThat(panel.getElement().getTextRecursively()).contains("已吊销");
        assertThat(panel.rotate.isAttached() && panel.rotate.getParent().orElseThrow().isVisible())
                .isFalse();
    }

    @Test
    @ActAsZone(value = "deyang", permissions = AccessPermissions.READ)
    void who_may_only_look_can_change_nothing() {
        var view = navigate(ApiClientsView.class);

        assertThat(view.create.isVisible()).isFalse();
        view.open(keeping.list(null, 1).getFirst());
        var panel = (ApiClientPanel) view.beside.getChildren().findFirst().orElseThrow();
        assertThat(panel.change.getParent().orElseThrow().isVisible()).isFalse();
    }

    @Test
    @ActAsZone(value = "deyang", permissions = "enterprises:read")
    void staff_do_not_get_in() {
        assertThatThrownBy(() -> navigate(ApiClientsView.class));
    }

    private ApiClientRow made() {
        return keeping.create(
                        new ApiClientKeeping.Terms(
                                "看一看 " + Instant.now(),
                                Set.of("enterprises:read"),
                                List.of(),
                                null))
                .client();
    }
}
