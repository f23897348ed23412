package org.kaiyuan.ui.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenants.ApplicationState;
import org.kaiyuan.platform.tenants.Applications;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.platform.tenants.TenantQuotas;
import org.kaiyuan.platform.tenants.TenantSetup;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone(
        value = "deyang",
        permissions = {
            TenantsPermissions.OPERATE,
            TenantsPermissions.EXPORT,
            TenantsPermissions.READ,
            AccessPermissions.REGISTER
        })
class TenantViewsTest extends ViewTest {
    @Autowired TenantSetup setup;
    @Autowired TenantLife life;
    @Autowired TenantQuotas quotas;
    @Autowired Applications applications;

    private final String code = "view-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_tenant_is_led_through_its_life_on_its_page() {
        var zone =
                setup.begin(
                        code,
                        new Description(
                                "页面园区",
                                TenantKind.MANAGEMENT_COMMITTEE,
                                "省级",
                                null,
                                List.of(),
                                null));
        var view = navigate(TenantView.class, code);
        var panel = $(SetupPanel.class, view).single();
        panel.administrator.setValue("首位管理员");
        test(panel.invite).click();
        assertThat(panel.link.isVisible()).as("shown once, on this page").isTrue();
        panel.divisions.setValue("510603 510600");
        test(panel.save).click();
        assertThat(life.get(zone).divisions()).containsExactly("5106", "510603");

        test($(Button.class, view.actions).withText("启用").single()).click();
        assertThat(life.get(zone).state()).isEqualTo(TenantState.ACTIVE);

        test($(Button.class, view.actions).withText("暂停").single()).click();
        var dialog = $(ReasonDialog.class).single();
        dialog.reason.setValue("等保整改");
        test(dialog.go).click();
        assertThat(life.get(zone).state()).isEqualTo(TenantState.SUSPENDED);
        assertThat($(Span.class, view).withText("等保整改").exists()).isTrue();
    }

    @Test
    void quotas_are_set_by_the_operator_and_seen_on_ones_own_page() {
        var zone =
                setup.begin(
                        code,
                        new Description(
                                "限额园区",
                                TenantKind.MANAGEMENT_COMMITTEE,
                                "省级",
                                null,
                                List.of(),
                                null));
        var panel = $(QuotaPanel.class, navigate(TenantView.class, code)).single();
        panel.users.setValue("50");
        panel.storage.setValue("1024");
        test(panel.save).click();

        assertThat(quotas.of(zone).quota().users()).isEqualTo(50);
        assertThat(quotas.of(zone).quota().storageBytes()).isEqualTo(1024L << 20);
        var own = navigate(OwnZoneView.class);
        assertThat($(QuotaPanel.class, own).single().save.isAttached()).isFalse();
    }

    @Test
    void a_park_applies_and_the_operator_finds_it() {
        var form = navigate(ApplyView.class);
        form.zoneName.setValue("申请的园区 " + code);
        form.level.setValue("省级");
        form.contact.setValue("王五");
        form.phone.setValue("0838-1234567");
        test(form.apply).click();

        assertThat($(H2.class, form.desk).single().getText()).isEqualTo("申请已提交");
        assertThat($(Paragraph.class, form.desk).single().getText()).contains("0838-1234567");
        assertThat(applications.list(ApplicationState.WAITING, null, 10))
                .anySatisfy(one -> assertThat(one.form().zoneName()).contains(code));
        var list = navigate(ApplicationsView.class);
        assertThat(test(list.lines).size()).isPositive();
    }
}
