package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.testing.KaiyuanTest;
import org.springframework.beans.factory.annotation.Autowired;

@KaiyuanTest
class BothLanguagesTest {
    @Autowired Messages messages;

    @Test
    void every_sentence_is_there_in_chinese_and_in_english() {
        assertThat(messages.chineseKeys())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(messages.englishKeys());
    }

    @Test
    void every_constant_that_people_see_has_a_name() {
        for (var status : EnterpriseStatus.values()) {
            assertThat(messages.of(status)).doesNotContain(".");
        }
        for (var position : ChainPosition.values()) {
            assertThat(messages.of(position)).doesNotContain(".");
        }
        for (var order : EnterpriseOrder.values()) {
            assertThat(messages.of(order)).doesNotContain(".");
        }
    }
}
