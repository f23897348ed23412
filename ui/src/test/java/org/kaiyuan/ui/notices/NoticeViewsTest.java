package org.kaiyuan.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.notices.NoticePreferences;
import org.kaiyuan.platform.notices.Webhooks;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("notices-view-zone")
class NoticeViewsTest extends ViewTest {
    @Autowired NoticePreferences preferences;
    @Autowired Webhooks webhooks;

    @Test
    void a_person_chooses_how_to_be_told() {
        var view = navigate(NoticeSettingsView.class);
        view.email.setValue("li@example.cn");
        view.language.setValue(Locale.ENGLISH);
        view.byEmail.get("enterprises.import.notice.checked").setValue(false);
        test(view.save).click();

        var kept = preferences.mine();
        assertThat(kept.email()).isEqualTo("li@example.cn");
        assertThat(kept.language()).isEqualTo(Locale.ENGLISH);
        assertThat(kept.mutedByEmail()).containsExactly("enterprises.import.notice.checked");
        assertThat(kept.mutedOnBell()).isEmpty();

        var again = navigate(NoticeSettingsView.class);
        assertThat(again.byEmail.get("enterprises.import.notice.checked").getValue()).isFalse();
    }

    @Test
    void a_webhook_is_looked_after_on_its_page() {
        var registered =
                webhooks.register("https://93.184.215.14/told", Set.of("enterprises.changed"));
        var list = navigate(WebhooksView.class);
        assertThat(test(list.hooks).size()).isPositive();

        var view = navigate("webhooks/" + registered.id(), WebhookView.class);
        assertThat(view.fields.url.getValue()).isEqualTo("https://93.184.215.14/told");
        view.enabled.setValue(false);
        test(view.save).click();

        assertThat(webhooks.get(registered.id()).enabled()).isFalse();
    }
}
