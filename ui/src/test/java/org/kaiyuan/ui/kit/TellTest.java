package org.kaiyuan.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import org.junit.jupiter.api.Test;
import org.kaiyuan.ui.ViewTest;

class TellTest extends ViewTest {

    @Test
    void a_refusal_stays_as_long_as_it_takes_to_be_read_and_can_be_closed() {
        Tell.refused("短句");
        var brief = last();
        assertThat(brief.getDuration()).isEqualTo(6_000);
        Tell.refused("字".repeat(80));
        assertThat(last().getDuration()).isEqualTo(12_000);
        Tell.refused("字".repeat(400));
        assertThat(last().getDuration()).isEqualTo(20_000);

        test((Button) brief.getChildren().findFirst().orElseThrow().getChildren().toList().get(1))
                .click();
        assertThat(brief.isOpened()).isFalse();
    }

    @Test
    void the_number_of_an_incident_stays_until_it_is_closed() {
        Tell.fault("发生错误，编号 ABC");

        assertThat(last().getDuration()).isZero();
        assertThat(last().isOpened()).isTrue();
    }

    private Notification last() {
        return $(Notification.class).all().getLast();
    }
}
