package org.kaiyuan.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.AnswerOutcome;
import org.kaiyuan.delegation.AnswerStep;
import org.kaiyuan.delegation.RequestState;
import org.kaiyuan.delegation.domain.RequestCourse.Answered;

class RequestCourseTest {
    @Test
    void it_is_granted_when_the_government_agrees_and_refused_when_anybody_refuses() {
        assertThat(RequestCourse.state(0, false, List.of())).isEqualTo(RequestState.DRAFT);
        assertThat(RequestCourse.state(1, false, agreed(0))).isEqualTo(RequestState.SENT);
        assertThat(RequestCourse.state(1, false, agreed(3))).isEqualTo(RequestState.SENT);
        assertThat(RequestCourse.state(1, false, agreed(4))).isEqualTo(RequestState.GRANTED);
        assertThat(RequestCourse.state(1, false, agreedBut(2, AnswerOutcome.REFUSED)))
                .isEqualTo(RequestState.REFUSED);
        assertThat(RequestCourse.state(1, false, agreedBut(2, AnswerOutcome.RETURNED)))
                .isEqualTo(RequestState.RETURNED);
        assertThat(RequestCourse.state(1, false, agreedBut(3, AnswerOutcome.CONDITIONAL)))
                .isEqualTo(RequestState.GRANTED);
    }

    @Test
    void a_decision_counts_even_where_the_park_took_it_back_before_it_heard() {
        assertThat(RequestCourse.state(1, true, agreed(2))).isEqualTo(RequestState.WITHDRAWN);
        assertThat(RequestCourse.state(0, true, List.of())).isEqualTo(RequestState.WITHDRAWN);
        assertThat(RequestCourse.state(1, true, agreedBut(1, AnswerOutcome.RETURNED)))
                .isEqualTo(RequestState.WITHDRAWN);
        assertThat(RequestCourse.state(1, true, agreed(4))).isEqualTo(RequestState.GRANTED);
        assertThat(RequestCourse.state(1, true, agreedBut(0, AnswerOutcome.REFUSED)))
                .isEqualTo(RequestState.REFUSED);
    }

    @Test
    void the_first_step_without_an_answer_is_awaited() {
        assertThat(RequestCourse.next(List.of())).isEqualTo(AnswerStep.DEPARTMENT);
        assertThat(RequestCourse.next(agreed(3))).isEqualTo(AnswerStep.GOVERNMENT);
        assertThat(RequestCourse.next(agreed(4))).isNull();
    }

    @Test
    void in_whatever_order_answers_come_it_is_the_same() {
        var random = new Random(6);
        for (int i = 0; i < 500; i++) {
            var answers = new ArrayList<Answered>();
            for (int step = 0; step <= random.nextInt(4); step++) {
                answers.add(
                        new Answered(
                                AnswerStep.values()[step],
                                AnswerOutcome.values()[random.nextInt(4)]));
            }
            boolean withdrawn = random.nextBoolean();
            var inOrder = RequestCourse.state(1, withdrawn, answers);
            Collections.shuffle(answers, random);

            assertThat(RequestCourse.state(1, withdrawn, answers)).isEqualTo(inOrder);
        }
    }

    private static List<Answered> agreed(int steps) {
        return java.util.Arrays.stream(AnswerStep.values())
                .limit(steps)
                .map(step -> new Answered(step, AnswerOutcome.AGREED))
                .toList();
    }

    private static List<Answered> agreedBut(int steps, AnswerOutcome last) {
        var answers = new ArrayList<>(agreed(steps));
        answers.add(new Answered(AnswerStep.values()[steps], last));
        return answers;
    }
}
