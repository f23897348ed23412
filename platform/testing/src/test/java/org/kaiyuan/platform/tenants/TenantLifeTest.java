package org.kaiyuan.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Accepting;
import org.kaiyuan.platform.access.AccountRefused;
import org.kaiyuan.platform.access.ZoneStandsStill;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.TenantChangedMeanwhile;
import org.kaiyuan.platform.tenancy.TenantFieldRefused;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenancy.TenantStateRefused;
import org.kaiyuan.platform.tenancy.UnknownTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** The life of a tenant, its setting up, and parks that want in. */
@KaiyuanTest
@ActAsZone("deyang")
class TenantLifeTest {
    private static final String PASSWORD = "a-password-of-the-test";

    private final String code = "life-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired TenantLife life;
    @Autowired TenantSetup setup;
    @Autowired Applications applications;
    @Autowired Accepting accepting;
    @Autowired AuthenticationProvider signIn;
    @Autowired ChangeHistory history;
    @Autowired JdbcTemplate jdbc;
    @Autowired Zones zones;
    @Autowired MockMvc http;

    @Test
    void a_tenant_is_set_up_activated_suspended_and_resumed() {
        var zone = begun();
        assertThatThrownBy(() -> life.activate(zone))
                .isInstanceOf(TenantRefused.class)
                .hasMessageContaining("noAdministrator");
        var invitation = setup.inviteAdministrator(zone, "首位管理员", null);
        life.activate(zone);
        var username = code + "-admin";
        accepting.acceptAsNew(invitation.code(), username, PASSWORD, "首位管理员");
        assertThat(signIn(username)).isTrue();

        life.suspend(zone, "等保整改");
        assertThatThrownBy(() -> signIn(username))
                .isInstanceOfSatisfying(
                        ZoneStandsStill.class,
                        still ->
                                assertThat(still.why())
                                        .isEqualTo(
                                                new ZoneStandsStill.Why(
                                                        "一个园区", TenantState.SUSPENDED, "等保整改")));
        life.resume(zone, "整改完成");
        assertThat(signIn(username)).isTrue();
        assertThatThrownBy(() -> setup.inviteAdministrator(zone, "又一位", null))
                .isInstanceOf(AccountRefused.class);

        assertThat(life.steps(zone))
                .extracting(LifeStep::act)
                .containsExactly("resumed", "suspended", "activated", "invited", "begun");
        assertThat(life.steps(zone).get(1).reason()).isEqualTo("等保整改");
        assertThat(life.steps(zone).get(1).actorName()).contains("deyang-tester");
        var subject = List.of(LifeSteps.subject(zone));
        assertThat(zones.in(code, () -> history.of(subject, null, 50)))
                .as("the tenant's own history says the same")
                .extracting(ChangeEntry::act)
                .contains("suspended", "resumed", "activated");
        assertThat(zones.in("deyang", () -> history.of(subject, null, 50)))
                .as("another zone sees nothing")
                .isEmpty();
    }

    @Test
    void what_its_life_does_not_allow_is_refused_in_words() {
        var zone = begun();

        assertThatThrownBy(() -> life.suspend(zone, "还没启用")).isInstanceOf(TenantStateRefused.class);
        assertThatThrownBy(() -> life.resume(zone, "没有暂停")).isInstanceOf(TenantStateRefused.class);
        assertThatThrownBy(() -> life.withdrawDeletion(zone, "没有申请"))
                .isInstanceOf(TenantStateRefused.class);
        assertThatThrownBy(() -> life.requestDeletion(zone, " ")).isInstanceOf(TenantRefused.class);
        life.requestDeletion(zone, "不再使用");
        assertThatThrownBy(() -> life.requestDeletion(zone, "再来一次"))
                .isInstanceOf(TenantStateRefused.class);
        assertThatThrownBy(() -> life.activate(zone)).isInstanceOf(TenantStateRefused.class);
        var none = new TenantId(Integer.MAX_VALUE);
        assertThatThrownBy(() -> life.suspend(none, "没有")).isInstanceOf(UnknownTenant.class);
    }

    @Test
    void a_deletion_waits_for_its_cooling_off_period_and_can_be_withdrawn() {
        var zone = begun();
        life.requestDeletion(zone, "并入邻近园区");

        var closing = life.closing(zone).orElseThrow();
        assertThat(closing.coolingDays()).isEqualTo(30);
        assertThat(closing.due()).isEqualTo(closing.requestedAt().plusSeconds(30 * 24 * 3600));
        assertThat(life.get(zone).state()).isEqualTo(TenantState.CLOSING);

        life.withdrawDeletion(zone, "决定保留");
        assertThat(life.get(zone).state()).isEqualTo(TenantState.SETTING_UP);
        assertThat(life.closing(zone)).isEmpty();
    }

    @Test
    void the_application_cannot_bring_the_moment_of_a_request_forward() {
        var zone = begun();
        life.requestDeletion(zone, "不再使用");

        for (var sql :
                List.of(
                        "update tenants.deletion set requested_at = now() - interval '1 year'",
                        "update tenants.deletion set cooling_days = 1",
                        "insert into tenants.deletion (zone, requested_at, cooling_days, from_state, requested_by, reason)"
                                + " values (1, now() - interval '1 year', 1, 'ACTIVE', 'x', 'x')",
                        "update tenants.step set reason = 'x'",
                        "delete from tenants.step")) {
            assertThatThrownBy(() -> jdbc.execute(sql))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void the_register_says_what_it_is_told_unless_somebody_was_quicker() {
        var zone = begun();
        var now = life.get(zone);
        setup.describe(
                zone,
                now.version(),
                new Description(
                        "另一个名字",
                        TenantKind.SUPERVISOR,
                        "省级",
                        null,
                        List.of("510600", "5107", "510703"),
                        Set.of()));

        var changed = life.get(zone);
        assertThat(changed.name()).isEqualTo("另一个名字");
        assertThat(changed.kind()).isEqualTo(TenantKind.SUPERVISOR);
        assertThat(changed.divisions()).containsExactly("5106", "5107", "510703");
        assertThat(changed.modules()).isEmpty();
        assertThat(changed.city()).isNull();
        var said = new Description("又一个", TenantKind.SUPERVISOR, "省级", null, List.of(), null);
        assertThatThrownBy(() -> setup.describe(zone, now.version(), said))
                .isInstanceOf(TenantChangedMeanwhile.class);
        var wrong = new Description("又一个", TenantKind.SUPERVISOR, "省级", null, List.of("四川"), null);
        assertThatThrownBy(() -> setup.describe(zone, changed.version(), wrong))
                .isInstanceOf(TenantFieldRefused.class);
        var unknown =
                new Description("又一个", TenantKind.SUPERVISOR, "省级", null, List.of(), Set.of("x"));
        assertThatThrownBy(() -> setup.describe(zone, changed.version(), unknown))
                .isInstanceOf(TenantRefused.class);
        assertThatThrownBy(() -> setup.begin(code, said)).isInstanceOf(TenantFieldRefused.class);
    }

    @Test
    void a_logo_is_a_whole_picture_whatever_it_is_called() throws Exception {
        var zone = begun();
        var picture = png(64);
        setup.putLogo(zone, picture);

        assertThat(setup.logo(zone).orElseThrow().mediaType()).isEqualTo("image/png");
        assertThat(setup.logo(zone).orElseThrow().content()).isEqualTo(picture);
        assertThat(zones.in(code, () -> setup.ownLogo())).isPresent();
        assertThat(zones.in("deyang", () -> setup.ownLogo()))
                .as("another zone sees nothing")
                .isEmpty();
        for (var wrong :
                List.of(
                        "<svg xmlns='http://www.w3.org/2000/svg'/>"
                                .getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(picture, picture.length / 2),
                        png(2001),
                        new byte[Logo.MOST_BYTES + 1],
                        new byte[0])) {
            assertThatThrownBy(() -> setup.putLogo(zone, wrong)).isInstanceOf(TenantRefused.class);
        }
        setup.putLogo(zone, null);
        assertThat(setup.logo(zone)).isEmpty();
    }

    @Test
    void a_park_applies_a_few_times_a_day_and_is_let_in_once() {
        var address = UUID.randomUUID().toString();
        var id = applications.apply(form("申请园区"), address);
        for (int more = 1; more < Applications.MOST_A_DAY; more++) {
            applications.apply(form("申请园区"), address);
        }
        assertThatThrownBy(() -> applications.apply(form("申请园区"), address))
                .isInstanceOf(TenantRefused.class)
                .hasMessageContaining("tooMany");
        var other = applications.apply(form("另一个"), "another " + address);

        var zone = applications.accept(id, code);
        assertThat(life.get(zone).state()).isEqualTo(TenantState.SETTING_UP);
        assertThat(life.get(zone).name()).isEqualTo("申请园区");
        assertThat(life.get(zone).divisions()).containsExactly("510603");
        assertThatThrownBy(() -> applications.accept(id, code + "-2"))
                .isInstanceOf(TenantRefused.class)
                .hasMessageContaining("decided");
        applications.decline(other, "不在服务范围");
        assertThatThrownBy(() -> applications.decline(other, "再一次"))
                .isInstanceOf(TenantRefused.class);
        assertThat(applications.list(ApplicationState.DECLINED, null, 200))
                .anySatisfy(one -> {
                    assertThat(one.id()).isEqualTo(other);
                    assertThat(one.reason()).isEqualTo("不在服务范围");
                });
    }

    @Test
    void what_a_park_writes_is_looked_at() {
        assertThatThrownBy(() -> applications.apply(form(" "), "x"))
                .isInstanceOf(TenantRefused.class);
        var badPhone =
                new Application.Form(
                        "园区",
                        TenantKind.MANAGEMENT_COMMITTEE,
                        "省级",
                        null,
                        null,
                        "王五",
                        "打给我",
                        null,
                        null);
        assertThatThrownBy(() -> applications.apply(badPhone, "x"))
                .isInstanceOf(TenantRefused.class)
                .hasMessageContaining("phone");
    }

    @Test
    @ActAsZone(value = "deyang", permissions = "access:people")
    void a_zones_administrator_leads_no_tenant_through_its_life() {
        var any = new TenantId(1);
        assertThatThrownBy(() -> life.get(any)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> life.suspend(any, "越权")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> setup.logo(any)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> applications.list(ApplicationState.WAITING, null, 10))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void the_same_over_http() throws Exception {
        var operator =
                SecurityMockMvcRequestPostProcessors.authentication(zones.somebody("deyang", "*"));
        var body =
                """
                {"code": "%s", "name": "一个园区", "kind": "MANAGEMENT_COMMITTEE", "levelType": "省级"}\
                """
                        .formatted(code);
        http.perform(
                        post("/api/v1/tenants")
                                .with(operator)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("SETTING_UP"));
        http.perform(
                        post("/api/v1/tenants/" + code + "/suspend")
                                .with(operator)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"reason\": \"x\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("tenancy.refusal.state"));
        http.perform(get("/api/v1/tenants/" + code + "/steps").with(operator))
                .andExpect(jsonPath("$.items[0].act").value("begun"));
        http.perform(get("/api/v1/tenants?q=" + code).with(operator))
                .andExpect(jsonPath("$.items.length()").value(1));
        http.perform(get("/api/v1/tenants/no-such").with(operator))
                .andExpect(status().isNotFound());
    }

    private TenantId begun() {
        return setup.begin(
                code,
                new Description(
                        "一个园区",
                        TenantKind.MANAGEMENT_COMMITTEE,
                        "省级",
                        "德阳",
                        List.of("510603"),
                        null));
    }

    private boolean signIn(String username) {
        return signIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(username, PASSWORD))
                .isAuthenticated();
    }

    private static Application.Form form(String name) {
        return new Application.Form(
                name,
                TenantKind.MANAGEMENT_COMMITTEE,
                "省级",
                "德阳",
                "510603",
                "王五",
                "0838-1234567",
                "",
                "想用起来");
    }

    private static byte[] png(int side) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
