package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.ContactUnmasking;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseRemoval;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The roles of the demo's people at the doors of the use cases. */
@WholeHouse
class WhoMayWhatTest {
    @Autowired List<AuthenticationProvider> providers;
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRemoval removal;
    @Autowired EnterpriseMerge merge;
    @Autowired ContactUnmasking unmasking;
    @Autowired AccountRegistration accounts;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void staff_do_the_daily_work_but_neither_merge_nor_see_contacts_whole() {
        actAs("zigong-staff");
        var id = registration.register(EnterpriseProfile.named("日常工作有限公司"));

        assertThat(directory.details(id).profile().name()).isEqualTo("日常工作有限公司");
        refused(() -> merge.merge(id, 0, EnterpriseId.next(), 0, Set.of()));
        refused(() -> unmasking.unmask(id, UUID.randomUUID(), "回访"));
        refused(() -> accounts.register("new-person", "long-enough-password", "新人", false, false));
        assertThatCode(() -> removal.remove(id, directory.details(id).version()))
                .doesNotThrowAnyException();
    }

    @Test
    void an_administrator_may_also_see_contacts_whole_but_register_nobody_on_the_platform() {
        actAs("zigong-admin");
        var contact =
                directory
                        .find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 20)
                        .items()
                        .stream()
                        .map(row -> directory.details(row.id()))
                        .filter(details -> !details.profile().contacts().isEmpty())
                        .findFirst()
                        .orElseThrow();

        var line = contact.profile().contacts().getFirst();
        assertThat(unmasking.unmask(contact.id(), Objects.requireNonNull(line.id()), "回访").name())
                .isEqualTo(line.name());
        refused(() -> accounts.register("new-person", "long-enough-password", "新人", true, false));
    }

    @Test
    void the_operator_runs_the_platform_and_sees_no_zones_records() {
        actAs("operator");

        refused(() -> directory.find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 10));
        refused(() -> registration.register(EnterpriseProfile.named("越权有限公司")));
        refused(() -> removal.remove(EnterpriseId.next(), 0));
        refused(() -> unmasking.unmask(EnterpriseId.next(), UUID.randomUUID(), "回访"));
    }

    @Test
    void who_has_not_signed_in_may_nothing() {
        assertThatThrownBy(
                        () -> directory.find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 10))
                .isInstanceOf(
                        org.springframework.security.authentication
                                .AuthenticationCredentialsNotFoundException.class);
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }

    private void actAs(String username) {
        var asked = UsernamePasswordAuthenticationToken.unauthenticated(username, Visitor.PASSWORD);
        var person =
                providers.stream()
                        .filter(p -> p.supports(asked.getClass()))
                        .findFirst()
                        .orElseThrow()
                        .authenticate(asked);
        SecurityContextHolder.setContext(new SecurityContextImpl(person));
    }
}
