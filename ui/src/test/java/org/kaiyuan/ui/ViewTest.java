package org.kaiyuan.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** A view over the real database and index, without a browser, in Chinese, as somebody of a zone. */
@WholeHouse
@ActAsZone("deyang")
public abstract class ViewTest extends SpringBrowserlessTest {
    @Autowired private AccountRegistration accounts;
    @Autowired private ZonePeople colleagues;
    @Autowired private CurrentPerson person;

    @BeforeEach
    void speakChinese() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    /** From now on who acts is one of the zone's people, so that something can be theirs. */
    protected final void joinTheZone() {
        var me = person.username();
        if (colleagues.of(List.of(me)).isEmpty()) {
            accounts.join(
                    accounts.register(me, "a-password-of-the-test", "测试员", false, false),
                    Role.ZONE_ADMIN);
        }
        var now = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        var zone = CurrentTenant.get();
        var id = new AccountId(UUID.nameUUIDFromBytes(me.getBytes(StandardCharsets.UTF_8)));
        var mayEverywhere =
                now.getAuthorities().stream()
                        .map(authority -> String.valueOf(authority.getAuthority()))
                        .map(authority -> authority.substring("ROLE_".length()))
                        .collect(Collectors.toMap(p -> p, p -> DataScope.ZONE));
        var somebody =
                new SignedIn(
                        id,
                        me,
                        "测试员",
                        zone,
                        null,
                        false,
                        Set.of(),
                        mayEverywhere,
                        null,
                        new SignedIn.Session(
                                UUID.randomUUID(),
                                id,
                                new SignedIn.Beginning(zone, null, null, true)),
                        null,
                        SignedIn.Stage.READY);
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new TestingAuthenticationToken(
                                somebody, "", List.copyOf(now.getAuthorities()))));
    }
}
