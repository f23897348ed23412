package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRefused;
import org.kaiyuan.platform.access.FirstOperator;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.access.ZoneOpening;
import org.kaiyuan.platform.access.ZoneOpening.Administrator;
import org.kaiyuan.platform.tenancy.TenantCodeRefused;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Where there is an operator nobody becomes one by a link; the operator opens zones. See also StartIT. */
@WholeHouse
class FirstAccountTest {
    private static final String PASSWORD = "a-password-of-the-test";

    @Autowired FirstOperator first;
    @Autowired ZoneOpening opening;
    @Autowired TenantDirectory tenants;
    @Autowired List<AuthenticationProvider> providers;

    private final String code = "z" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void where_there_is_an_operator_no_code_makes_another() {
        assertThat(first.isDue()).isFalse();
        assertThatThrownBy(() -> first.create("guessed", "second-operator", PASSWORD, "二号"))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> first.create("", "second-operator", PASSWORD, "二号"))
                .isInstanceOf(AccountRefused.class);
    }

    @Test
    void the_operator_opens_a_zone_and_its_administrator_signs_in_to_it_alone() {
        signIn("operator", Visitor.PASSWORD);
        var zone = open(code, code + "-admin");

        var person = (SignedIn) signIn(code + "-admin", PASSWORD).getPrincipal();

        assertThat(person).isNotNull();
        assertThat(person.tenantId()).isEqualTo(zone);
        assertThat(person.isOperator()).isFalse();
        assertThatThrownBy(() -> open(code + "x", code + "-other"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_zone_whose_administrator_is_refused_is_not_opened() {
        signIn("operator", Visitor.PASSWORD);

        assertThatThrownBy(() -> open(code, "deyang-admin")).isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> open(code, "Bad Name")).isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() ->
                        opening.open(
                                code,
                                "短密码园区",
                                TenantKind.MANAGEMENT_COMMITTEE,
                                "省级",
                                null,
                                new Administrator(code + "-admin", "short", "管理员")))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> open("Bad Code", code + "-admin"))
                .isInstanceOf(TenantCodeRefused.class);
        assertThatThrownBy(() -> open("deyang", code + "-admin"))
                .isInstanceOf(AccountRefused.class);

        assertThat(tenants.byCode(code)).isEmpty();
    }

    private org.kaiyuan.platform.tenancy.TenantId open(String code, String administrator) {
        return opening.open(
                code,
                "新园区 " + code,
                TenantKind.MANAGEMENT_COMMITTEE,
                "省级",
                "绵阳市",
                new Administrator(administrator, PASSWORD, "新管理员"));
    }

    private Authentication signIn(String username, String password) {
        var asked = UsernamePasswordAuthenticationToken.unauthenticated(username, password);
        var person =
                providers.stream()
                        .filter(p -> p.supports(asked.getClass()))
                        .findFirst()
                        .orElseThrow()
                        .authenticate(asked);
        SecurityContextHolder.setContext(new SecurityContextImpl(person));
        return person;
    }
}
