package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CreditCodeTest {
    private static final String VALID = "91350100M000100Y43"; // the example of GB 32100-2015

    @Test
    void the_example_of_the_standard_is_valid() {
        assertThat(new CreditCode(VALID).value()).isEqualTo(VALID);
    }

    @Test
    void one_wrong_character_is_noticed() {
        assertThatThrownBy(() -> new CreditCode("91350100M000100Y44"))
                .isInstanceOf(CreditCodeRefused.class);
        assertThatThrownBy(() -> new CreditCode("91350100M000100Z43"))
                .isInstanceOf(CreditCodeRefused.class);
        assertThatThrownBy(() -> new CreditCode("91350100M000100I43"))
                .isInstanceOf(CreditCodeRefused.class);
        assertThatThrownBy(() -> new CreditCode("")).isInstanceOf(CreditCodeRefused.class);
    }

    @Test
    void full_width_blanks_and_lower_case_are_forgiven() {
        assertThat(CreditCode.of(" ９１３５０１００ m000100y43\u00A0").value()).isEqualTo(VALID);
    }
}
