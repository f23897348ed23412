package org.kaiyuan.ui.openpowers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.springframework.mock.web.MockHttpServletRequest;

class QuestionTest {
    @Test
    void the_same_question_is_the_same_however_it_is_written() {
        assertThat(asked("q", "  项目   备案 ", "utm_source", "wechat", "type", ""))
                .isEqualTo(asked("q", "项目 备案"));
        assertThat(asked("q", "。。。", "type", "NO_SUCH", "page", "7"))
                .as("nothing that can be looked for")
                .isEqualTo(Question.ALL);
    }

    @Test
    void an_address_asks_what_was_asked() {
        var question =
                asked(
                        "q",
                        "项目 & 备案",
                        "type",
                        "PERMIT",
                        "list",
                        "EMPOWERMENT",
                        "field",
                        "土地利用",
                        "body",
                        "行政审批局",
                        "page",
                        "3");

        assertThat(question.query())
                .isEqualTo(
                        "q=%E9%A1%B9%E7%9B%AE+%26+%E5%A4%87%E6%A1%88&list=EMPOWERMENT&type=PERMIT"
                                + "&field=%E5%9C%9F%E5%9C%B0%E5%88%A9%E7%94%A8&body=%E8%A1%8C%E6%94%BF%E5%AE%A1%E6%89%B9%E5%B1%80&page=3");
        assertThat(question.kind()).isEqualTo(MatterKind.PERMIT);
        assertThat(question.list()).isEqualTo(PowerListKind.EMPOWERMENT);
        assertThat(question.page()).isEqualTo(3);
    }

    @Test
    void what_is_too_long_or_too_deep_is_cut() {
        assertThat(asked("q", "备".repeat(5_000)).typed()).hasSize(100);
        assertThat(asked("q", "备案", "page", "99").page()).isEqualTo(20);
        assertThat(asked("q", "备案", "page", "-1").page()).isEqualTo(1);
        assertThat(asked("field", "x".repeat(201)).field()).isNull();
        assertThat(asked("after", "not-an-id").at()).isNull();
        assertThat(asked("q", "备\u0000案\ud800").typed()).isEqualTo("备案");
    }

    private static Question asked(String... parameters) {
        var request = new MockHttpServletRequest();
        for (int i = 0; i < parameters.length; i += 2) {
            request.setParameter(parameters[i], parameters[i + 1]);
        }
        return Question.of(request);
    }
}
