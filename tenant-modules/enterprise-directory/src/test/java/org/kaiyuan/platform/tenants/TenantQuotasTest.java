package org.kaiyuan.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseRemoval;
import org.kaiyuan.platform.access.Accepting;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.tenancy.Quota;
import org.kaiyuan.platform.tenancy.QuotaRefused;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.platform.tenancy.TenantFieldRefused;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a zone may have and has. */
@KaiyuanTest
@ActAsZone("deyang")
class TenantQuotasTest {
    @Autowired TenantQuotas quotas;
    @Autowired Quotas counters;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRemoval removal;
    @Autowired EnterpriseDirectory directory;
    @Autowired Invitations invitations;
    @Autowired Accepting accepting;
    @Autowired AccountRegistration accounts;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;

    private final String code = "quota-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void records_are_counted_as_they_come_and_go_and_refused_beyond_the_quota() {
        quotas.set(zones.zone(code), new Quota(null, 2L, null, null));
        var first = zones.in(code, () -> registration.register(EnterpriseProfile.named("第一家")));
        zones.in(code, () -> registration.register(EnterpriseProfile.named("第二家")));
        assertThat(use()).isEqualTo(2);

        assertThatThrownBy(() ->
                        zones.in(code, () -> registration.register(EnterpriseProfile.named("第三家"))))
                .isInstanceOf(QuotaRefused.class);
        assertThat(use()).as("what was refused is not counted").isEqualTo(2);
        zones.in(
                code,
                () -> {
                    removal.remove(first, directory.details(first).version());
                    return first;
                });
        assertThat(use()).isEqualTo(1);
        zones.in(code, () -> registration.register(EnterpriseProfile.named("第三家")));
        zones.in("luzhou", () -> registration.register(EnterpriseProfile.named("邻居")));
        assertThat(use()).as("another zone sees nothing").isEqualTo(2);
    }

    @Test
    void summing_up_changes_no_sum() {
        for (int i = 0; i < 60; i++) {
            var name = "第" + i + "家";
            zones.in(code, () -> registration.register(EnterpriseProfile.named(name)));
        }
        zones.in(
                code,
                () -> {
                    new TransactionTemplate(transactions)
                            .executeWithoutResult(open -> counters.tidy());
                    return code;
                });

        assertThat(use()).isEqualTo(60);
    }

    @Test
    void who_is_one_too_many_does_not_get_in() {
        quotas.set(zones.zone(code), new Quota(1, null, null, null));
        var first = invitation("甲");
        var second = invitation("乙");
        accepting.acceptAsNew(first, code + "-first", "a-password-of-the-test", "甲");

        assertThatThrownBy(() ->
                        accepting.acceptAsNew(
                                second, code + "-second", "a-password-of-the-test", "乙"))
                .isInstanceOf(QuotaRefused.class);
        assertThat(quotas.of(zones.zone(code)).use().users()).isEqualTo(1);
        quotas.set(zones.zone(code), new Quota(2, null, null, null));
        accepting.acceptAsNew(second, code + "-second", "a-password-of-the-test", "乙");
        assertThat(quotas.of(zones.zone(code)).use().users()).isEqualTo(2);
    }

    @Test
    void who_stands_for_an_enterprise_takes_no_place_of_the_staff() {
        quotas.set(zones.zone(code), new Quota(1, null, null, null));
        zones.in(
                code,
                () -> {
                    var outsider =
                            accounts.register(
                                    code + "-firm", "a-password-of-the-test", "企业的人", false, false);
                    accounts.join(outsider, Role.ENTERPRISE);
                    return outsider;
                });

        accepting.acceptAsNew(invitation("甲"), code + "-first", "a-password-of-the-test", "甲");

        assertThat(quotas.of(zones.zone(code)).use().users()).isEqualTo(1);
    }

    @Test
    void a_quota_is_no_negative_number_and_no_zones_to_set() {
        var zone = zones.zone(code);
        assertThatThrownBy(() -> quotas.set(zone, new Quota(-1, null, null, null)))
                .isInstanceOf(TenantFieldRefused.class);
        quotas.set(zone, new Quota(5, 6L, 7L, 8L));
        assertThat(quotas.of(zone).quota()).isEqualTo(new Quota(5, 6L, 7L, 8L));
        assertThat(zones.in(code, () -> quotas.own()).quota()).isEqualTo(new Quota(5, 6L, 7L, 8L));
        assertThat(quotas.own().quota()).as("another zone sees nothing").isEqualTo(Quota.NONE);
    }

    @Test
    @ActAsZone(value = "deyang", permissions = "tenants:read")
    void a_zones_administrator_sees_and_does_not_set() {
        var zone = zones.zone("deyang");
        assertThat(quotas.own().use().users()).isNotNegative();
        assertThatThrownBy(() -> quotas.set(zone, Quota.NONE))
                .isInstanceOf(AccessDeniedException.class);
    }

    private String invitation(String name) {
        return zones.in(
                code,
                () -> invitations.invite(name, null, Set.of(Role.ZONE_STAFF.name()), null).code());
    }

    private long use() {
        return quotas.of(zones.zone(code)).use().records();
    }
}
