package org.kaiyuan.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every button of every page of powers is pressed once; what opens is looked at, and nothing may complain. */
class PowerDialogsJourneyTest extends Journey {
    private static final String QUIET =
            "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(c => !c.isActive?.())";

    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired ApplicationContext house;

    @Test
    void whatever_opens_can_be_read_and_closed() {
        var zone = "p" + UUID.randomUUID().toString().substring(0, 12);
        var list =
                zones.in(
                        zone,
                        () -> {
                            accounts.join(
                                    accounts.register(
                                            zone + "-admin", PASSWORD, "王敏", false, false),
                                    Role.ZONE_ADMIN);
                            return PowersOfAZone.begin(house, zone + "-admin");
                        });
        signIn(zone + "-admin");
        var opened = new ArrayList<String>();

        for (var path : paths(list)) {
            open("delegation" + path);
            settle();
            var pressed = new HashSet<String>(); // one of each kind: rows have the same ones
            for (int i = 0; i < buttons().count(); i++) {
                var button = buttons().nth(i);
                if (pressed.add(named(button))) {
                    press(path, button, opened);
                }
            }
        }

        assertThat(opened).hasSizeGreaterThan(8);
    }

    private static List<String> paths(ListId list) {
        return List.of(
                "",
                "/lists",
                "/lists/" + list,
                "/lists/" + list + "/entries/new",
                "/matters",
                "/shared",
                "/papers",
                "/readiness",
                "/use",
                "/evaluations",
                "/requests",
                "/requests/new",
                "/public",
                "/compare");
    }

    private static String named(Locator button) {
        var label = button.getAttribute("aria-label");
        return label == null ? button.textContent().strip() : label.replaceAll("“.*”", "");
    }

    private void press(String path, Locator button, List<String> opened) {
        var name = named(button);
        var here = page.url();
        button.click();
        settle();
        if (dialog().count() > 0) {
            opened.add(path + " " + name);
            isAccessible();
            page.keyboard().press("Escape");
            settle();
        }
        if (!page.url().equals(here) || dialog().count() > 0) {
            open("delegation" + path);
            settle();
        }
    }

    private Locator dialog() {
        return page.locator(
                "vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-popover[opened]");
    }

    private Locator buttons() {
        return page.locator("main vaadin-button:not([disabled])").locator("visible=true");
    }

    private void settle() {
        page.waitForFunction(QUIET);
    }
}
