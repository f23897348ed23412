package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SignInRules;
import org.kaiyuan.platform.access.SignInRules.WhoNeedsSecondFactor;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Passkeys in a real Chromium, with the authenticator that it offers to tests. */
class PasskeyJourneyTest extends Journey {
    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired SignInRules rules;
    @Autowired TestServers servers;

    private String zone = "";
    private String username = "";
    private CDPSession device;
    private String authenticator = "";

    @BeforeEach
    void somebodyWithADevice() {
        zone = "k" + UUID.randomUUID().toString().substring(0, 12);
        username = zone + "-staff";
        zones.in(
                zone,
                () -> {
                    var account = accounts.register(username, PASSWORD, "钥匙", false, false);
                    accounts.join(account, Role.ZONE_STAFF);
                    return account;
                });
        device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        authenticator =
                device.send(
                                "WebAuthn.addVirtualAuthenticator",
                                JsonParser.parseString(
                                                """
                                                {"options": {"protocol": "ctap2", "transport": "internal",
                                                  "hasResidentKey": true, "hasUserVerification": true,
                                                  "isUserVerified": true, "automaticPresenceSimulation": true}}\
                                                """)
                                        .getAsJsonObject())
                        .get("authenticatorId")
                        .getAsString();
    }

    /** A passkey is for a name, and an address of digits has none. */
    @Override
    String address(String path) {
        return super.address(path).replace("127.0.0.1", "localhost");
    }

    @Test
    void a_passkey_is_made_opens_the_zone_without_a_password_and_opens_nothing_once_removed() {
        makeOne();
        isAccessible();
        leave();

        enter();
        page.locator("vaadin-app-layout").waitFor();
        assertThat(page.locator(".zone-name")).containsText(zone);

        open("account");
        page.locator(".passkeys .line vaadin-button").click();
        assertThat(page.locator(".passkeys .line")).hasCount(0);
        leave();
        enter();
        assertThat(page.getByText("这个通行密钥不能登录")).isVisible();
        isAccessible();
    }

    @Test
    void it_stands_for_both_factors() {
        makeOne();
        leave();
        zones.in(
                zone,
                () -> {
                    rules.decide(new SignInRules.Rule(WhoNeedsSecondFactor.EVERYONE, null, 30));
                    return zone;
                });

        enter();
        page.locator("vaadin-app-layout").waitFor();

        leave();
        var byPassword = newPerson(1440, 900);
        byPassword.navigate(address("login"));
        byPassword.locator("input[name=username]").fill(username);
        byPassword.locator("input[name=password]").fill(PASSWORD);
        byPassword.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
        assertThat(byPassword.getByText("本园区要求启用第二验证方式")).isVisible();
    }

    @Test
    void a_device_that_does_not_know_who_holds_it_opens_nothing() {
        makeOne();
        leave();
        var doubt = new JsonObject();
        doubt.addProperty("authenticatorId", authenticator);
        doubt.addProperty("isUserVerified", false);
        device.send("WebAuthn.setUserVerified", doubt);

        enter();

        assertThat(page.getByText("没有完成验证")).isVisible();
        page.navigate(address("enterprises"));
        assertThat(page.locator("input[name=username]")).isVisible();
    }

    @Test
    void who_was_disabled_does_not_come_in_by_a_passkey() throws Exception {
        makeOne();
        leave();
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            assertThat(
                            sql.executeUpdate(
                                    "update access.account set enabled = false where username = '%s'"
                                            .formatted(username)))
                    .isEqualTo(1);
        }

        enter();

        assertThat(page.getByText("这个通行密钥不能登录")).isVisible();
    }

    @Test
    void an_answer_is_good_once_and_for_its_own_question() {
        makeOne();
        leave();
        page.navigate(address("login"));
        page.locator(".passkey-sign-in").waitFor();

        var answers =
                page.evaluate(
                        """
                        async () => {
                          const kept = [];
                          const ask = window.fetch;
                          window.fetch = async (path, options) => {
                            if (path === 'login/webauthn') { kept.push(options); return new Response('{}', {status: 401}); }
                            return ask(path, options);
                          };
                          await window.kaiyuanPasskeys.signIn();
                          const old = kept[0];
                          const send = o => ask('login/webauthn', o).then(a => a.status);
                          await ask('webauthn/authenticate/options', {method: 'POST', headers: old.headers});
                          const otherQuestion = await send(old);
                          await window.kaiyuanPasskeys.signIn();
                          const fresh = kept[1];
                          const bent = await send({...fresh, body: fresh.body.replace(/"signature":"(.)/, (_, c) => `"signature":"${c === 'A' ? 'B' : 'A'}`)});
                          const usedUp = await send(fresh);
                          const withoutToken = await ask('login/webauthn', {...fresh, headers: {'Content-Type': 'application/json'}}).then(a => a.status);
                          return [otherQuestion, bent, usedUp, withoutToken].join(' ');
                        }
                        """);

        assertThat(answers).isEqualTo("401 401 401 403");
        page.navigate(address("enterprises"));
        assertThat(page.locator("input[name=username]")).isVisible();
    }

    private void makeOne() {
        signIn(username);
        open("account");
        page.getByLabel("名称").fill("办公室电脑");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("在这台设备上添加")).click();
        assertThat(page.locator(".passkeys .line")).containsText("办公室电脑");
    }

    private void leave() {
        page.context().clearCookies();
    }

    private void enter() {
        page.navigate(address("login"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("用通行密钥登录")).click();
    }
}
