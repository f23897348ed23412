package org.kaiyuan.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.testing.ActAsZone;
import org.springframework.beans.factory.annotation.Autowired;

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
    }
}
