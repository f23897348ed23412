package org.kaiyuan.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone(
        value = "deyang",
        permissions = {AccessPermissions.REGISTER, TenantsPermissions.OPERATE})
class ZonesViewTest extends ViewTest {
    @Autowired TenantDirectory tenants;

    @Test
    void a_zone_is_opened_with_its_administrator_and_stands_in_the_list() {
        var view = navigate(ZonesView.class);
        int before = test(view.zones).size();
        fill(view, "view-test-zone", "view-test-admin", "Long-enough-2026");

        test(view.open).click();

        assertThat(tenants.byCode("view-test-zone")).isPresent();
        assertThat(test(view.zones).size()).isEqualTo(before + 1);
        assertThat(view.name.getValue()).isEmpty();
        assertThat(view.administrator.password.getValue()).isEmpty();
    }

    @Test
    void passwords_that_differ_open_nothing_and_lose_nothing() {
        var view = navigate(ZonesView.class);
        fill(view, "view-test-never", "view-test-nobody", "Long-enough-2026");
        view.administrator.again.setValue("Something-else-2026");

        test(view.open).click();

        assertThat(tenants.byCode("view-test-never")).isEmpty();
        assertThat(view.administrator.again.isInvalid()).isTrue();
        assertThat(view.code.getValue()).isEqualTo("view-test-never");
    }

    @Test
    @ActAsZone(value = "deyang", permissions = "enterprises:read")
    void who_may_not_register_does_not_get_in() {
        assertThatThrownBy(() -> navigate(ZonesView.class));
    }

    private static void fill(ZonesView view, String code, String username, String password) {
        view.code.setValue(code);
        view.name.setValue("一个新园区");
        view.level.setValue("省级");
        view.administrator.username.setValue(username);
        view.administrator.displayName.setValue("管理员");
        view.administrator.password.setValue(password);
        view.administrator.again.setValue(password);
    }
}
