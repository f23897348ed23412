package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SignInRules;
import org.kaiyuan.platform.access.SignInRules.WhoNeedsSecondFactor;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Setting up the second factor because the zone wants it, and signing in with it. */
class SecondFactorJourneyTest extends Journey {
    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired SignInRules rules;

    @Test
    void who_has_none_is_led_to_it_and_signs_in_with_code_or_recovery_code_afterwards()
            throws Exception {
        var zone = "f" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                zone,
                () -> {
                    var account = accounts.register(zone + "-staff", PASSWORD, "验证", false, false);
                    accounts.join(account, Role.ZONE_STAFF);
                    rules.decide(new SignInRules.Rule(WhoNeedsSecondFactor.EVERYONE, null, 30));
                    return account;
                });

        byPassword(page, zone);
        assertThat(page.getByText("本园区要求启用第二验证方式")).isVisible();
        isAccessible();
        button("启用").click();
        var secret = page.locator(".second-factor pre").textContent().replace(" ", "");
        assertThat(page.locator(".qr svg")).isVisible();
        isAccessible();
        page.getByLabel("应用显示的六位数字").fill(code(secret, Duration.ZERO));
        button("确认启用").click();
        var recovery = page.locator(".second-factor pre");
        assertThat(recovery).containsText("-");
        var first = recovery.textContent().lines().findFirst().orElseThrow();
        button("我已保存").click();
        page.locator("vaadin-app-layout").waitFor();

        var later = newPerson(390, 844);
        byPassword(later, zone);
        later.getByLabel("验证码").fill(code(secret, Duration.ofSeconds(30)));
        later.keyboard().press("Enter");
        later.locator("vaadin-app-layout").waitFor();

        var withoutPhone = newPerson(1440, 900);
        byPassword(withoutPhone, zone);
        withoutPhone.getByLabel("验证码").fill("000000");
        withoutPhone.keyboard().press("Enter");
        assertThat(withoutPhone.getByText("验证码不正确或已使用过")).isVisible();
        withoutPhone.getByLabel("验证码").fill(first);
        withoutPhone.keyboard().press("Enter");
        withoutPhone.locator("vaadin-app-layout").waitFor();
    }

    private void byPassword(Page at, String zone) {
        at.navigate(address("login"));
        at.locator("input[name=username]").fill(zone + "-staff");
        at.locator("input[name=password]").fill(PASSWORD);
        at.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
    }

    private static String code(String secret, Duration later) throws Exception {
        var bits = new StringBuilder("1");
        for (char letter : secret.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        var bytes = new BigInteger(bits.toString(), 2).toByteArray();
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(bytes, 1, 20, "RAW"), Instant.now().plus(later));
    }
}
